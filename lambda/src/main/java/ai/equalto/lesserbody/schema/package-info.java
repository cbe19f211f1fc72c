/**
 * What goes in and out as JSON: records or JSON of one's own, each by a schema (JSON Schema
 * 2020-12), with its validation, reading and writing. Schemas of records are derived from their
 * annotations while the project is built, and lie beside the class files; at run time nothing looks
 * at an annotation.
 */
package ai.equalto.lesserbody.schema;
