-- What the edition 2021 was stored without; the data file says the same to a fresh database.
update edition set rules = rules || '{
  "vote": {
    "votersPerNetwork": 50,
    "networkScore": 40,
    "disposableScore": 40,
    "burstVotes": 30,
    "burstMinutes": 10,
    "burstScore": 40,
    "quarantineScore": 80,
    "challengeVoters": 20,
    "challengeBits": 18,
    "confirmed": false,
    "source": "What makes a vote valid, and how fraud is found, is not published; all thresholds are assumed"
  },
  "embargo": {
    "nomineesAt": "2021-03-01T00:00:00+01:00",
    "championsAt": "2021-04-13T00:00:00+02:00",
    "countsAt": "2021-05-18T13:00:00+02:00",
    "winnersAt": "2021-05-18T13:00:00+02:00",
    "confirmed": false,
    "source": "Nominees are shown when voting begins and winners at the ceremony, as announced; champions were made public in April 2021, the day is assumed; numbers of votes were not shown before the ceremony, that they are after it is assumed"
  },
  "ceremony": "cd8b6469-dab5-3e1d-89d3-d9b1ac43d4a7"
}'::jsonb where code = '2021' and not rules ? 'vote';
