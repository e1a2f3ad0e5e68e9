package org.wsisforum.agenda;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.wsisforum.kit.testing.RealPostgres;

/** A test that speaks HTTP to the service, which runs on a real PostgreSQL and reads the changes of a made-up registration. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(StubbedRegistration.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForumTest {}
