/**
 * Records as JSON: the schema of a record (JSON Schema 2020-12), its validation, and its reading
 * and writing. Schemas are derived from annotated records while the project is built, and lie
 * beside the class files; at run time nothing looks at an annotation.
 */
package ai.equalto.lesserbody.schema;
