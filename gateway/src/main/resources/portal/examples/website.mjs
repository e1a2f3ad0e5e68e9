// The programme of a day, on a partner's page or with node. Public reads need no token, and a page of any origin may make them.
const forum = '{public-url}';

async function read(path) {
  const answer = await fetch(forum + path);
  const body = await answer.json();
  // An error is a document too: a stable code for programs, a sentence for people.
  if (!answer.ok) throw new Error(`${body.code}: ${body.detail}`);
  return body;
}

async function sessionsOn(day, lang) {
  const sessions = [];
  let next = `/agenda/v1/editions/2021/sessions?day=${day}&lang=${lang}&limit=200`;
  while (next) {
    const page = await read(next);
    sessions.push(...page.items);
    next = page.links.next;
  }
  return sessions;
}

for (const session of await sessionsOn('2021-03-22', 'fr')) {
  const begins = new Date(session.startsAt).toLocaleTimeString('fr', {
    timeZone: session.zone, hour: '2-digit', minute: '2-digit',
  });
  console.log(begins, session.title, session.state === 'cancelled' ? '(annulée)' : '');
}
