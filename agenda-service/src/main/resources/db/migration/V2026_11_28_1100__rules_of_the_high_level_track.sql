-- The ladder of ranks, the order of speakers and the deadlines of the high-level track, in editions that are stored already.
update edition set content = jsonb_set(content, '{rules,highLevelTrack}', '{
  "ranks": [
    {
      "code": "head-of-state",
      "title": {
        "ar": {
          "value": "رئيس دولة",
          "status": "unofficial"
        },
        "zh": {
          "value": "国家元首",
          "status": "unofficial"
        },
        "en": {
          "value": "Head of State",
          "status": "unofficial"
        },
        "fr": {
          "value": "Chef d''État",
          "status": "unofficial"
        },
        "ru": {
          "value": "Глава государства",
          "status": "unofficial"
        },
        "es": {
          "value": "Jefe de Estado",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "vice-president",
      "title": {
        "ar": {
          "value": "نائب رئيس أو ولي عهد",
          "status": "unofficial"
        },
        "zh": {
          "value": "副总统或王储",
          "status": "unofficial"
        },
        "en": {
          "value": "Vice-President or Crown Prince",
          "status": "unofficial"
        },
        "fr": {
          "value": "Vice-président ou prince héritier",
          "status": "unofficial"
        },
        "ru": {
          "value": "Вице-президент или наследный принц",
          "status": "unofficial"
        },
        "es": {
          "value": "Vicepresidente o príncipe heredero",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "head-of-government",
      "title": {
        "ar": {
          "value": "رئيس حكومة",
          "status": "unofficial"
        },
        "zh": {
          "value": "政府首脑",
          "status": "unofficial"
        },
        "en": {
          "value": "Head of Government",
          "status": "unofficial"
        },
        "fr": {
          "value": "Chef de gouvernement",
          "status": "unofficial"
        },
        "ru": {
          "value": "Глава правительства",
          "status": "unofficial"
        },
        "es": {
          "value": "Jefe de Gobierno",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "deputy-head-of-government",
      "title": {
        "ar": {
          "value": "نائب رئيس حكومة",
          "status": "unofficial"
        },
        "zh": {
          "value": "副总理",
          "status": "unofficial"
        },
        "en": {
          "value": "Deputy Prime Minister",
          "status": "unofficial"
        },
        "fr": {
          "value": "Vice-premier ministre",
          "status": "unofficial"
        },
        "ru": {
          "value": "Заместитель главы правительства",
          "status": "unofficial"
        },
        "es": {
          "value": "Viceprimer ministro",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "minister",
      "title": {
        "ar": {
          "value": "وزير",
          "status": "unofficial"
        },
        "zh": {
          "value": "部长",
          "status": "unofficial"
        },
        "en": {
          "value": "Minister",
          "status": "unofficial"
        },
        "fr": {
          "value": "Ministre",
          "status": "unofficial"
        },
        "ru": {
          "value": "Министр",
          "status": "unofficial"
        },
        "es": {
          "value": "Ministro",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "vice-minister",
      "title": {
        "ar": {
          "value": "نائب وزير",
          "status": "unofficial"
        },
        "zh": {
          "value": "副部长",
          "status": "unofficial"
        },
        "en": {
          "value": "Vice-Minister",
          "status": "unofficial"
        },
        "fr": {
          "value": "Vice-ministre",
          "status": "unofficial"
        },
        "ru": {
          "value": "Заместитель министра",
          "status": "unofficial"
        },
        "es": {
          "value": "Viceministro",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "ambassador",
      "title": {
        "ar": {
          "value": "سفير أو ممثل دائم",
          "status": "unofficial"
        },
        "zh": {
          "value": "大使或常驻代表",
          "status": "unofficial"
        },
        "en": {
          "value": "Ambassador or Permanent Representative",
          "status": "unofficial"
        },
        "fr": {
          "value": "Ambassadeur ou représentant permanent",
          "status": "unofficial"
        },
        "ru": {
          "value": "Посол или постоянный представитель",
          "status": "unofficial"
        },
        "es": {
          "value": "Embajador o representante permanente",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "head-of-regulator",
      "title": {
        "ar": {
          "value": "رئيس هيئة تنظيمية",
          "status": "unofficial"
        },
        "zh": {
          "value": "监管机构负责人",
          "status": "unofficial"
        },
        "en": {
          "value": "Head of a regulator",
          "status": "unofficial"
        },
        "fr": {
          "value": "Chef d''un organisme de régulation",
          "status": "unofficial"
        },
        "ru": {
          "value": "Руководитель регуляторного органа",
          "status": "unofficial"
        },
        "es": {
          "value": "Jefe de un organismo regulador",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "other",
      "title": {
        "ar": {
          "value": "غير ذلك",
          "status": "unofficial"
        },
        "zh": {
          "value": "其他",
          "status": "unofficial"
        },
        "en": {
          "value": "Other",
          "status": "unofficial"
        },
        "fr": {
          "value": "Autre",
          "status": "unofficial"
        },
        "ru": {
          "value": "Другое",
          "status": "unofficial"
        },
        "es": {
          "value": "Otro",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "head-of-agency",
      "title": {
        "ar": {
          "value": "رئيس وكالة",
          "status": "unofficial"
        },
        "zh": {
          "value": "机构负责人",
          "status": "unofficial"
        },
        "en": {
          "value": "Head of an agency",
          "status": "unofficial"
        },
        "fr": {
          "value": "Chef d''une institution",
          "status": "unofficial"
        },
        "ru": {
          "value": "Руководитель учреждения",
          "status": "unofficial"
        },
        "es": {
          "value": "Jefe de un organismo",
          "status": "unofficial"
        }
      }
    }
  ],
  "rankOfInvited": "minister",
  "rankOfRepresentative": "other",
  "order": [
    "states-first",
    "rank",
    "request",
    "name"
  ],
  "requestMinutes": 1,
  "nameLanguage": "fr",
  "slotsBookedByOffices": true,
  "offerHours": 72,
  "listClosesMinutes": 1440,
  "correctionMinutes": 15,
  "wordsPerMinute": {},
  "functions": [
    {
      "code": "chair",
      "title": {
        "ar": {
          "value": "رئيس المسار رفيع المستوى",
          "status": "unofficial"
        },
        "zh": {
          "value": "高级别活动主席",
          "status": "unofficial"
        },
        "en": {
          "value": "Chair of the high-level track",
          "status": "unofficial"
        },
        "fr": {
          "value": "Président du volet de haut niveau",
          "status": "unofficial"
        },
        "ru": {
          "value": "Председатель мероприятий высокого уровня",
          "status": "unofficial"
        },
        "es": {
          "value": "Presidente del segmento de alto nivel",
          "status": "unofficial"
        }
      },
      "holders": 1
    },
    {
      "code": "vice-chair",
      "title": {
        "ar": {
          "value": "نائب رئيس المسار رفيع المستوى",
          "status": "unofficial"
        },
        "zh": {
          "value": "高级别活动副主席",
          "status": "unofficial"
        },
        "en": {
          "value": "Vice-Chair of the high-level track",
          "status": "unofficial"
        },
        "fr": {
          "value": "Vice-président du volet de haut niveau",
          "status": "unofficial"
        },
        "ru": {
          "value": "Заместитель председателя мероприятий высокого уровня",
          "status": "unofficial"
        },
        "es": {
          "value": "Vicepresidente del segmento de alto nivel",
          "status": "unofficial"
        }
      },
      "holders": 6
    },
    {
      "code": "facilitator",
      "title": {
        "ar": {
          "value": "ميسِّر المسار رفيع المستوى",
          "status": "unofficial"
        },
        "zh": {
          "value": "高级别活动协调人",
          "status": "unofficial"
        },
        "en": {
          "value": "High-Level Track Facilitator",
          "status": "official"
        },
        "fr": {
          "value": "Facilitateur du volet de haut niveau",
          "status": "unofficial"
        },
        "ru": {
          "value": "Координатор мероприятий высокого уровня",
          "status": "unofficial"
        },
        "es": {
          "value": "Facilitador del segmento de alto nivel",
          "status": "unofficial"
        }
      },
      "holders": 50
    }
  ]
}')
    where content #> '{rules,highLevelTrack}' is null;
