/**
 * One OpenAPI 3.1 document for the whole platform, made of what each service says about itself.
 *
 * <p>{@link org.wsisforum.gateway.openapi.Merge} is a pure function from documents to a document; the rest fetches, keeps and
 * serves. A service that is away leaves its part out, and the document says so.
 */
package org.wsisforum.gateway.openapi;
