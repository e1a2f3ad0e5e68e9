package org.wsisforum.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;

import org.wsisforum.kit.testing.TestCredentials;

@ApplicationScoped
class SampleCredentials extends TestCredentials {}
