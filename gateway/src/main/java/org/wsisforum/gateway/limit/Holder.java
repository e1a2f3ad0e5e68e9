package org.wsisforum.gateway.limit;

/** Whose bucket it is: of a caller at an address, or of all of a kind there. */
record Holder(String kind, String name, String address) {}
