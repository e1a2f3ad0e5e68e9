package org.wsisforum.awards;

import jakarta.enterprise.context.ApplicationScoped;

import org.wsisforum.kit.testing.TestCredentials;

@ApplicationScoped
public class TestSignIn extends TestCredentials {}
