/**
 * Adapters to AWS: what the features own as an interface, kept in DynamoDB or Secrets Manager.
 * Nothing else imports the AWS SDK.
 */
package ai.equalto.lesserbody.aws;
