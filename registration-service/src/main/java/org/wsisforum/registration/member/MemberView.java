package org.wsisforum.registration.member;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.wsisforum.registration.delegation.Attendance;
import org.wsisforum.registration.protocol.VipStatus;
import org.wsisforum.registration.registration.DelegationRole;
import org.wsisforum.registration.registration.RegistrationState;

/** A member of a delegation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DelegationMember", description = "A member of a delegation.")
public record MemberView(
        @Schema(description = "The registration.", examples = "0190b0a2-5c7a-7000-8000-000000000501")
        UUID registration,

        RegistrationState state,
        Attendance attendance,

        DelegationRole role,

        @Schema(description = "The code of an office of the edition's ladder.", examples = "minister")
        String rank,

        @Schema(description = "The form of address.", examples = "H.E. Ms")
        String honorific,

        @Schema(description = "The name as others read it.", examples = "Paula Ingabire")
        String name,

        @Schema(description = "What the person does.", examples = "Minister of ICT and Innovation")
        String jobTitle,

        @Schema(description = "For whom.", examples = "Ministry of ICT and Innovation")
        String entity,

        @Schema(description = "In which class of honour the person is received; absent where the edition has no rules.")
        VipStatus vip) {}
