-- By what a contribution is about it can be looked for. A copy of the service that does not know the column may go on writing.
alter table contribution add column topics varchar[] not null default '{}';
update contribution set topics = array(select jsonb_array_elements_text(said -> 'topics'));

-- Until now the region that follows from country and scope was stored as if it had been named, and stayed when these were
-- corrected. Where it is the one that follows, it counts as left open; the column of each table holds it all the same.
-- A table for as long as this takes; the service's role may make no temporary ones.
create table home (region text, countries text[]);
insert into home (region, countries) values
    ('AFR', '{AO,BF,BI,BJ,BW,CD,CF,CG,CI,CM,CV,ER,ET,GA,GH,GM,GN,GQ,GW,KE,LR,LS,MG,ML,MU,MW,MZ,NA,NE,NG,RW,SC,SL,
        SN,SS,ST,SZ,TD,TG,TZ,UG,ZA,ZM,ZW}'),
    ('AMS', '{AG,AR,BB,BO,BR,BS,BZ,CA,CL,CO,CR,CU,DM,DO,EC,GD,GT,GY,HN,HT,JM,KN,LC,MX,NI,PA,PE,PY,SR,SV,TT,US,UY,
        VC,VE}'),
    ('ARB', '{AE,BH,DJ,DZ,EG,IQ,JO,KM,KW,LB,LY,MA,MR,OM,PS,QA,SA,SD,SO,SY,TN,YE}'),
    ('ASP', '{AF,AU,BD,BN,BT,CN,FJ,FM,ID,IN,IR,JP,KH,KI,KP,KR,LA,LK,MH,MM,MN,MV,MY,NP,NR,NZ,PG,PH,PK,SB,SG,TH,TL,
        TO,TV,VN,VU,WS}'),
    ('CIS', '{AM,AZ,BY,KG,KZ,RU,TJ,TM,UZ}'),
    ('EUR', '{AD,AL,AT,BA,BE,BG,CH,CY,CZ,DE,DK,EE,ES,FI,FR,GB,GE,GR,HR,HU,IE,IL,IS,IT,LI,LT,LU,LV,MC,MD,ME,MK,MT,
        NL,NO,PL,PT,RO,RS,SE,SI,SK,SM,TR,UA,VA}');
update contribution set said = said #- '{from,region}' from home
    where said #>> '{from,country}' = any(home.countries)
        and said #>> '{from,region}' = case said #>> '{from,scope}'
            when 'international' then 'international' else home.region end;
update workshop_request set said = said #- '{organizer,region}' from home
    where said #>> '{organizer,country}' = any(home.countries)
        and said #>> '{organizer,region}' = case said #>> '{organizer,scope}'
            when 'international' then 'international' else home.region end;
drop table home;
