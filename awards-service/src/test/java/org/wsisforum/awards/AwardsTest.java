package org.wsisforum.awards;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.wsisforum.kit.testing.RealPostgres;

/**
 * A test that speaks HTTP to the service, which runs on a real PostgreSQL. Tests read the edition 2021 and write in 2031, which
 * exists for them alone.
 */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AwardsTest {}
