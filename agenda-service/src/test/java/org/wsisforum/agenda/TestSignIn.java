package org.wsisforum.agenda;

import jakarta.enterprise.context.ApplicationScoped;

import org.wsisforum.kit.testing.TestCredentials;

/** Lets one test call as many. */
@ApplicationScoped
public class TestSignIn extends TestCredentials {}
