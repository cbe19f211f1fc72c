/** DynamoDB on a laptop: the official DynamoDB Local, started and stopped with this process. */
package ai.equalto.lesserbody.local.dynamo;
