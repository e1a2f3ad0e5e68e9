-- What the edition 2021 was stored without; the data file says the same to a fresh database.
update edition set rules = rules || '{
  "ceremonyPlace": {
    "ar": { "value": "جنيف", "status": "unofficial" },
    "zh": { "value": "日内瓦", "status": "unofficial" },
    "en": { "value": "Geneva", "status": "unofficial" },
    "fr": { "value": "Genève", "status": "unofficial" },
    "ru": { "value": "Женева", "status": "unofficial" },
    "es": { "value": "Ginebra", "status": "unofficial" }
  }
}'::jsonb where code = '2021' and not rules ? 'ceremonyPlace';
