-- What the edition 2021 was stored without; the data file says the same to a fresh database.
update edition set rules = rules || '{
  "similarityPercent": 45,
  "review": {
    "criteria": [
      {
        "code": "compliance",
        "name": {
          "en": {
            "value": "Compliance with the rules of submission",
            "status": "unofficial"
          }
        },
        "weight": 1
      },
      {
        "code": "relevance",
        "name": {
          "en": {
            "value": "Relevance to the Action Line",
            "status": "unofficial"
          }
        },
        "weight": 2
      },
      {
        "code": "results-and-impact",
        "name": {
          "en": {
            "value": "Results and impact",
            "status": "unofficial"
          }
        },
        "weight": 3
      },
      {
        "code": "community-empowerment",
        "name": {
          "en": {
            "value": "Community empowerment",
            "status": "unofficial"
          }
        },
        "weight": 2
      },
      {
        "code": "sdgs",
        "name": {
          "en": {
            "value": "Relevance to the SDGs",
            "status": "unofficial"
          }
        },
        "weight": 2
      },
      {
        "code": "replicability",
        "name": {
          "en": {
            "value": "Replicability",
            "status": "unofficial"
          }
        },
        "weight": 1
      },
      {
        "code": "sustainability",
        "name": {
          "en": {
            "value": "Sustainability",
            "status": "unofficial"
          }
        },
        "weight": 1
      },
      {
        "code": "partnerships",
        "name": {
          "en": {
            "value": "Partnerships",
            "status": "unofficial"
          }
        },
        "weight": 1
      },
      {
        "code": "wsis-values",
        "name": {
          "en": {
            "value": "Promotion of WSIS values",
            "status": "unofficial"
          }
        },
        "weight": 1
      }
    ],
    "scoreMax": 5,
    "reviewsPerProject": 3,
    "sameCountryConflicts": true,
    "waitingListPerCategory": 5,
    "confirmed": false,
    "source": "The criteria are those of the nomination phase of later years (itu.int, rules of 2026); weights, scale, number of reviews, the conflict by country and the waiting list are assumed"
  },
  "embargo": {
    "nomineesAt": "2021-03-01T00:00:00+01:00",
    "championsAt": "2021-04-13T00:00:00+02:00",
    "winnersAt": "2021-05-18T13:00:00+02:00",
    "confirmed": false,
    "source": "Nominees are shown when voting begins and winners at the ceremony, as announced; champions were made public in April 2021, the day is assumed"
  }
}'::jsonb where code = '2021' and not rules ? 'review';
