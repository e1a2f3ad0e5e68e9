-- What is asked in the open consultation, in the edition of 2021 where it was stored before it had one.
update edition set content = jsonb_set(content, '{consultation}', '{
  "forms": [
    {
      "code": "views-on-themes",
      "name": {
        "ar": {
          "value": "آراء بشأن مواضيع المنتدى",
          "status": "unofficial"
        },
        "zh": {
          "value": "对论坛主题的意见",
          "status": "unofficial"
        },
        "en": {
          "value": "Views on the themes of the Forum",
          "status": "unofficial"
        },
        "fr": {
          "value": "Avis sur les thèmes du Forum",
          "status": "unofficial"
        },
        "ru": {
          "value": "Мнения о темах Форума",
          "status": "unofficial"
        },
        "es": {
          "value": "Opiniones sobre los temas del Foro",
          "status": "unofficial"
        }
      },
      "phases": [
        "open-consultation-submissions"
      ],
      "personal": false
    },
    {
      "code": "format-innovations",
      "name": {
        "ar": {
          "value": "ابتكارات في الشكل",
          "status": "unofficial"
        },
        "zh": {
          "value": "形式创新",
          "status": "unofficial"
        },
        "en": {
          "value": "Innovations in the format",
          "status": "unofficial"
        },
        "fr": {
          "value": "Innovations dans le format",
          "status": "unofficial"
        },
        "ru": {
          "value": "Предложения по обновлению формата",
          "status": "unofficial"
        },
        "es": {
          "value": "Innovaciones en el formato",
          "status": "unofficial"
        }
      },
      "phases": [
        "open-consultation-submissions"
      ],
      "personal": false
    },
    {
      "code": "recommended-speaker",
      "name": {
        "ar": {
          "value": "متحدث موصى به",
          "status": "unofficial"
        },
        "zh": {
          "value": "推荐发言人",
          "status": "unofficial"
        },
        "en": {
          "value": "Recommended speaker",
          "status": "unofficial"
        },
        "fr": {
          "value": "Orateur recommandé",
          "status": "unofficial"
        },
        "ru": {
          "value": "Рекомендуемый докладчик",
          "status": "unofficial"
        },
        "es": {
          "value": "Orador recomendado",
          "status": "unofficial"
        }
      },
      "phases": [
        "open-consultation-submissions"
      ],
      "personal": true
    },
    {
      "code": "exhibition",
      "name": {
        "ar": {
          "value": "مساحة للعرض",
          "status": "unofficial"
        },
        "zh": {
          "value": "展览空间",
          "status": "unofficial"
        },
        "en": {
          "value": "Exhibition space",
          "status": "unofficial"
        },
        "fr": {
          "value": "Espace d''exposition",
          "status": "unofficial"
        },
        "ru": {
          "value": "Выставочная площадь",
          "status": "unofficial"
        },
        "es": {
          "value": "Espacio de exposición",
          "status": "unofficial"
        }
      },
      "phases": [
        "open-consultation-submissions"
      ],
      "personal": false
    },
    {
      "code": "partnership",
      "name": {
        "ar": {
          "value": "شراكة",
          "status": "unofficial"
        },
        "zh": {
          "value": "合作伙伴关系",
          "status": "unofficial"
        },
        "en": {
          "value": "Partnership",
          "status": "unofficial"
        },
        "fr": {
          "value": "Partenariat",
          "status": "unofficial"
        },
        "ru": {
          "value": "Партнерство",
          "status": "unofficial"
        },
        "es": {
          "value": "Asociación",
          "status": "unofficial"
        }
      },
      "phases": [
        "open-consultation-submissions"
      ],
      "personal": false
    },
    {
      "code": "facilitator-nomination",
      "name": {
        "ar": {
          "value": "ترشيح ميسّر للمسار رفيع المستوى",
          "status": "unofficial"
        },
        "zh": {
          "value": "高级别活动主持人提名",
          "status": "unofficial"
        },
        "en": {
          "value": "Nomination of a High-Level Track Facilitator",
          "status": "unofficial"
        },
        "fr": {
          "value": "Désignation d''un facilitateur du volet de haut niveau",
          "status": "unofficial"
        },
        "ru": {
          "value": "Выдвижение ведущего мероприятий высокого уровня",
          "status": "unofficial"
        },
        "es": {
          "value": "Designación de un facilitador del segmento de alto nivel",
          "status": "unofficial"
        }
      },
      "phases": [
        "open-consultation-submissions"
      ],
      "personal": true
    },
    {
      "code": "photo",
      "name": {
        "ar": {
          "value": "صورة لمسابقة التصوير",
          "status": "unofficial"
        },
        "zh": {
          "value": "参加摄影比赛的照片",
          "status": "unofficial"
        },
        "en": {
          "value": "Photograph for the photo contest",
          "status": "unofficial"
        },
        "fr": {
          "value": "Photographie pour le concours photo",
          "status": "unofficial"
        },
        "ru": {
          "value": "Фотография на фотоконкурс",
          "status": "unofficial"
        },
        "es": {
          "value": "Fotografía para el concurso de fotografía",
          "status": "unofficial"
        }
      },
      "phases": [
        "open-consultation-submissions"
      ],
      "personal": false
    }
  ],
  "topics": [
    {
      "code": "structure-and-programme",
      "name": {
        "ar": {
          "value": "الهيكل والبرنامج",
          "status": "unofficial"
        },
        "zh": {
          "value": "结构和议程",
          "status": "unofficial"
        },
        "en": {
          "value": "Structure and programme",
          "status": "unofficial"
        },
        "fr": {
          "value": "Structure et programme",
          "status": "unofficial"
        },
        "ru": {
          "value": "Структура и программа",
          "status": "unofficial"
        },
        "es": {
          "value": "Estructura y programa",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "alignment-with-the-goals",
      "name": {
        "ar": {
          "value": "المواءمة مع أهداف التنمية المستدامة",
          "status": "unofficial"
        },
        "zh": {
          "value": "与可持续发展目标保持一致",
          "status": "unofficial"
        },
        "en": {
          "value": "Alignment with the Sustainable Development Goals",
          "status": "unofficial"
        },
        "fr": {
          "value": "Harmonisation avec les Objectifs de développement durable",
          "status": "unofficial"
        },
        "ru": {
          "value": "Согласование с Целями в области устойчивого развития",
          "status": "unofficial"
        },
        "es": {
          "value": "Armonización con los Objetivos de Desarrollo Sostenible",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "high-level-topics",
      "name": {
        "ar": {
          "value": "مواضيع المسار رفيع المستوى",
          "status": "unofficial"
        },
        "zh": {
          "value": "高级别活动的主题",
          "status": "unofficial"
        },
        "en": {
          "value": "Topics of the high-level track",
          "status": "unofficial"
        },
        "fr": {
          "value": "Sujets du volet de haut niveau",
          "status": "unofficial"
        },
        "ru": {
          "value": "Темы мероприятий высокого уровня",
          "status": "unofficial"
        },
        "es": {
          "value": "Temas del segmento de alto nivel",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "interactive-formats",
      "name": {
        "ar": {
          "value": "جعل المنتدى تفاعلياً",
          "status": "unofficial"
        },
        "zh": {
          "value": "提高论坛的互动性",
          "status": "unofficial"
        },
        "en": {
          "value": "Making the Forum interactive",
          "status": "unofficial"
        },
        "fr": {
          "value": "Rendre le Forum interactif",
          "status": "unofficial"
        },
        "ru": {
          "value": "Интерактивность Форума",
          "status": "unofficial"
        },
        "es": {
          "value": "Un Foro interactivo",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "regional-and-national-activities",
      "name": {
        "ar": {
          "value": "إبراز الأنشطة الإقليمية والوطنية",
          "status": "unofficial"
        },
        "zh": {
          "value": "区域和国家活动的能见度",
          "status": "unofficial"
        },
        "en": {
          "value": "Visibility of regional and national activities",
          "status": "unofficial"
        },
        "fr": {
          "value": "Visibilité des activités régionales et nationales",
          "status": "unofficial"
        },
        "ru": {
          "value": "Освещение региональной и национальной деятельности",
          "status": "unofficial"
        },
        "es": {
          "value": "Visibilidad de las actividades regionales y nacionales",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "equal-participation",
      "name": {
        "ar": {
          "value": "المشاركة على قدم المساواة",
          "status": "unofficial"
        },
        "zh": {
          "value": "平等参与",
          "status": "unofficial"
        },
        "en": {
          "value": "Equal participation",
          "status": "unofficial"
        },
        "fr": {
          "value": "Participation sur un pied d''égalité",
          "status": "unofficial"
        },
        "ru": {
          "value": "Равноправное участие",
          "status": "unofficial"
        },
        "es": {
          "value": "Participación en condiciones de igualdad",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "action-line-topics",
      "name": {
        "ar": {
          "value": "مواضيع خطوط العمل",
          "status": "unofficial"
        },
        "zh": {
          "value": "行动方面的主题",
          "status": "unofficial"
        },
        "en": {
          "value": "Topics of the Action Lines",
          "status": "unofficial"
        },
        "fr": {
          "value": "Sujets des grandes orientations",
          "status": "unofficial"
        },
        "ru": {
          "value": "Темы Направлений деятельности",
          "status": "unofficial"
        },
        "es": {
          "value": "Temas de las Líneas de Acción",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "partnerships",
      "name": {
        "ar": {
          "value": "الشراكات",
          "status": "unofficial"
        },
        "zh": {
          "value": "合作伙伴关系",
          "status": "unofficial"
        },
        "en": {
          "value": "Partnerships",
          "status": "unofficial"
        },
        "fr": {
          "value": "Partenariats",
          "status": "unofficial"
        },
        "ru": {
          "value": "Партнерства",
          "status": "unofficial"
        },
        "es": {
          "value": "Asociaciones",
          "status": "unofficial"
        }
      }
    },
    {
      "code": "workshops-and-speakers",
      "name": {
        "ar": {
          "value": "مواضيع ورش العمل والمتحدثون",
          "status": "unofficial"
        },
        "zh": {
          "value": "讲习班主题和发言人",
          "status": "unofficial"
        },
        "en": {
          "value": "Themes of workshops, and speakers",
          "status": "unofficial"
        },
        "fr": {
          "value": "Thèmes d''atelier et orateurs",
          "status": "unofficial"
        },
        "ru": {
          "value": "Темы семинаров-практикумов и докладчики",
          "status": "unofficial"
        },
        "es": {
          "value": "Temas de los talleres y oradores",
          "status": "unofficial"
        }
      }
    }
  ],
  "workshops": {
    "phases": [
      "open-consultation-submissions"
    ],
    "type": "thematic-workshop",
    "track": "thematic-workshops",
    "lengths": [
      45,
      60,
      90
    ],
    "formats": [
      {
        "code": "panel",
        "name": {
          "ar": {
            "value": "حلقة نقاش",
            "status": "unofficial"
          },
          "zh": {
            "value": "专题讨论",
            "status": "unofficial"
          },
          "en": {
            "value": "Panel discussion",
            "status": "unofficial"
          },
          "fr": {
            "value": "Table ronde d''experts",
            "status": "unofficial"
          },
          "ru": {
            "value": "Дискуссия экспертов",
            "status": "unofficial"
          },
          "es": {
            "value": "Mesa redonda de expertos",
            "status": "unofficial"
          }
        }
      },
      {
        "code": "round-table",
        "name": {
          "ar": {
            "value": "مائدة مستديرة",
            "status": "unofficial"
          },
          "zh": {
            "value": "圆桌会议",
            "status": "unofficial"
          },
          "en": {
            "value": "Round table",
            "status": "unofficial"
          },
          "fr": {
            "value": "Table ronde",
            "status": "unofficial"
          },
          "ru": {
            "value": "Круглый стол",
            "status": "unofficial"
          },
          "es": {
            "value": "Mesa redonda",
            "status": "unofficial"
          }
        }
      },
      {
        "code": "interactive",
        "name": {
          "ar": {
            "value": "ورشة عمل تفاعلية",
            "status": "unofficial"
          },
          "zh": {
            "value": "互动讲习班",
            "status": "unofficial"
          },
          "en": {
            "value": "Interactive workshop",
            "status": "unofficial"
          },
          "fr": {
            "value": "Atelier interactif",
            "status": "unofficial"
          },
          "ru": {
            "value": "Интерактивный семинар-практикум",
            "status": "unofficial"
          },
          "es": {
            "value": "Taller interactivo",
            "status": "unofficial"
          }
        }
      },
      {
        "code": "presentations",
        "name": {
          "ar": {
            "value": "عروض وأسئلة",
            "status": "unofficial"
          },
          "zh": {
            "value": "介绍与问答",
            "status": "unofficial"
          },
          "en": {
            "value": "Presentations and questions",
            "status": "unofficial"
          },
          "fr": {
            "value": "Exposés et questions",
            "status": "unofficial"
          },
          "ru": {
            "value": "Доклады и вопросы",
            "status": "unofficial"
          },
          "es": {
            "value": "Presentaciones y preguntas",
            "status": "unofficial"
          }
        }
      }
    ],
    "required": [
      "description",
      "actionLines",
      "goals",
      "format",
      "attendance",
      "preferredDates",
      "minutes"
    ],
    "deliverables": [
      {
        "kind": "description",
        "name": {
          "ar": {
            "value": "الوصف النهائي",
            "status": "unofficial"
          },
          "zh": {
            "value": "最终说明",
            "status": "unofficial"
          },
          "en": {
            "value": "Final description",
            "status": "unofficial"
          },
          "fr": {
            "value": "Description définitive",
            "status": "unofficial"
          },
          "ru": {
            "value": "Окончательное описание",
            "status": "unofficial"
          },
          "es": {
            "value": "Descripción definitiva",
            "status": "unofficial"
          }
        },
        "days": 14,
        "leastDays": 7,
        "remindDays": [
          14,
          3,
          0
        ],
        "source": "Guidelines for organizers, WSIS Forum 2015: final description, logo and panellists two to three weeks before; how much time there is after a late acceptance is not said"
      },
      {
        "kind": "logo",
        "name": {
          "ar": {
            "value": "الشعار",
            "status": "unofficial"
          },
          "zh": {
            "value": "徽标",
            "status": "unofficial"
          },
          "en": {
            "value": "Logo",
            "status": "unofficial"
          },
          "fr": {
            "value": "Logo",
            "status": "unofficial"
          },
          "ru": {
            "value": "Логотип",
            "status": "unofficial"
          },
          "es": {
            "value": "Logotipo",
            "status": "unofficial"
          }
        },
        "days": 14,
        "leastDays": 7,
        "remindDays": [
          14,
          3,
          0
        ],
        "source": "Guidelines for organizers, WSIS Forum 2015: final description, logo and panellists two to three weeks before; how much time there is after a late acceptance is not said"
      },
      {
        "kind": "panellists",
        "name": {
          "ar": {
            "value": "القائمة النهائية للمشاركين في النقاش",
            "status": "unofficial"
          },
          "zh": {
            "value": "最终专题讨论嘉宾名单",
            "status": "unofficial"
          },
          "en": {
            "value": "Final list of panellists",
            "status": "unofficial"
          },
          "fr": {
            "value": "Liste définitive des intervenants",
            "status": "unofficial"
          },
          "ru": {
            "value": "Окончательный список участников дискуссии",
            "status": "unofficial"
          },
          "es": {
            "value": "Lista definitiva de panelistas",
            "status": "unofficial"
          }
        },
        "days": 14,
        "leastDays": 7,
        "remindDays": [
          14,
          3,
          0
        ],
        "source": "Guidelines for organizers, WSIS Forum 2015: final description, logo and panellists two to three weeks before; how much time there is after a late acceptance is not said"
      },
      {
        "kind": "outcome",
        "name": {
          "ar": {
            "value": "نتائج ورشة العمل",
            "status": "unofficial"
          },
          "zh": {
            "value": "讲习班成果",
            "status": "unofficial"
          },
          "en": {
            "value": "Outcome of the workshop",
            "status": "unofficial"
          },
          "fr": {
            "value": "Résultats de l''atelier",
            "status": "unofficial"
          },
          "ru": {
            "value": "Итоги семинара-практикума",
            "status": "unofficial"
          },
          "es": {
            "value": "Resultados del taller",
            "status": "unofficial"
          }
        },
        "days": 14,
        "leastDays": 7,
        "remindDays": [
          14,
          3,
          0
        ],
        "source": "Guidelines for organizers, WSIS Forum 2015: outcomes after the session; how many days after, or after a late acceptance, is not said"
      }
    ]
  }
}')
    where code = '2021' and content -> 'consultation' is null;

-- Consultations that were stored before they said what a request must name and how much time an acceptance leaves.
update edition set content = jsonb_set(content, '{consultation,workshops,required}',
        '["description", "actionLines", "goals", "format", "attendance", "preferredDates", "minutes"]')
    where content #> '{consultation,workshops}' is not null and content #> '{consultation,workshops,required}' is null;
update edition set content = jsonb_set(content, '{consultation,workshops,deliverables}', (
        select coalesce(jsonb_agg('{"leastDays": 7}' || deliverable order by place), '[]')
        from jsonb_array_elements(content #> '{consultation,workshops,deliverables}')
            with ordinality as deliverables (deliverable, place)))
    where content #> '{consultation,workshops,deliverables}' is not null;
