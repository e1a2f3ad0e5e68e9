// The page works on what /openapi.json says and asks nobody else. Everything that comes from a document or an answer is put
// in as text, never as HTML.
'use strict';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
const SERVICES = { registration: 'Registration', agenda: 'Agenda', awards: 'Awards', gateway: 'Whole platform' };
const LONGEST_SHOWN = 300_000;

const byId = id => document.getElementById(id);
let api = null;
let chosen = null;
let sending = null;
const lastTags = new Map();

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...content.filter(part => part !== null && part !== undefined));
  return made;
}

/** Text with `code` in backticks. */
function prose(text) {
  return String(text).split('`').map((part, i) => i % 2 ? element('code', {}, part) : part);
}

// --- The document ----------------------------------------------------------------------------------------------------

/** Follows references until something is there; examples may be references as well. */
function resolve(node, depth = 0) {
  if (!node || typeof node !== 'object' || typeof node.$ref !== 'string' || depth > 20) return node;
  const found = node.$ref.replace(/^#\//, '').split('/')
    .map(step => decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce((at, step) => at?.[step], api);
  return resolve(found, depth + 1);
}

function operationsOf(document) {
  const found = [];
  for (const [path, item] of Object.entries(document.paths)) {
    const service = SERVICES[path.split('/')[1]] ? path.split('/')[1] : 'gateway';
    for (const method of METHODS.filter(name => item[name])) {
      const operation = item[method];
      const parameters = new Map();
      for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(p => resolve(p))) {
        if (parameter) parameters.set(parameter.in + ' ' + parameter.name, parameter);
      }
      const tag = (operation.tags?.[0] ?? '').replace(/^[^:]*: /, '');
      found.push({
        path, method, service, operation, tag: tag === service ? '' : tag, parameters: [...parameters.values()],
        id: operation.operationId ?? method + ' ' + path,
        title: operation.summary ?? operation.operationId ?? path,
      });
    }
  }
  return found;
}

/** The first example that the document gives, in any of the forms that OpenAPI knows. */
function exampleOf(holder) {
  if (!holder) return undefined;
  if (holder.example !== undefined) return holder.example;
  const named = holder.examples && !Array.isArray(holder.examples) ? Object.values(holder.examples) : [];
  for (const one of named) {
    const value = resolve(one)?.value;
    if (value !== undefined) return value;
  }
  return holder.schema ? schemaExample(holder.schema) : undefined;
}

function schemaExample(reference) {
  const schema = resolve(reference);
  if (!schema) return undefined;
  if (schema.example !== undefined) return schema.example;
  if (Array.isArray(schema.examples) && schema.examples.length) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  return schema.default;
}

/** A body in the shape of a schema, for operations that give no example. */
function sample(reference, depth = 0) {
  const schema = resolve(reference);
  const given = schemaExample(schema);
  if (given !== undefined) return given;
  if (!schema || depth > 6) return null;
  if (schema.enum) return schema.enum[0];
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(part => sample(part, depth + 1)));
  const alternative = (schema.oneOf ?? schema.anyOf)?.find(part => resolve(part)?.type !== 'null');
  if (alternative) return sample(alternative, depth + 1);
  const type = Array.isArray(schema.type) ? schema.type.find(t => t !== 'null') : schema.type;
  if (type === 'object' || schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties ?? {})
      .filter(([, part]) => !resolve(part)?.readOnly)
      .map(([name, part]) => [name, sample(part, depth + 1)]));
  }
  if (type === 'array') return [sample(schema.items, depth + 1)];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0;
  if (type === 'boolean') return false;
  if (schema.format === 'date-time') return '2021-03-22T09:00:00Z';
  if (schema.format === 'date') return '2021-03-22';
  return '';
}

function shown(value) {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

// --- The list of operations ------------------------------------------------------------------------------------------

function list(operations) {
  const groups = Object.keys(SERVICES).map(service => {
    const own = operations.filter(operation => operation.service === service);
    if (!own.length) return null;
    const tags = [...new Set(own.map(operation => operation.tag))];
    const open = service === (chosen?.service ?? own[0].service) && service !== 'gateway';
    return element('details', { open, 'data-service': service },
      element('summary', {}, SERVICES[service], element('span', { class: 'count' }, String(own.length))),
      ...tags.flatMap(tag => [
        tag ? element('h3', {}, tag) : null,
        element('ul', {}, ...own.filter(operation => operation.tag === tag).map(entry)),
      ]));
  });
  byId('operations').replaceChildren(...groups.filter(Boolean));
}

function entry(operation) {
  const button = element('button', { type: 'button', class: 'operation', 'data-id': operation.id },
    element('span', { class: 'method ' + operation.method }, operation.method.toUpperCase()),
    element('span', {}, operation.title,
      operation.operation.deprecated ? element('em', { class: 'deprecated' }, ' deprecated') : null),
    element('span', { class: 'path' }, ...shortened(operation.path)));
  button.dataset.words = button.textContent.toLowerCase() + ' ' + operation.path.toLowerCase();
  button.addEventListener('click', () => choose(operation, true));
  return element('li', {}, button);
}

/** A path as short as the list needs it, which may break before each slash. */
function shortened(path) {
  const short = path.replace(/^\/[a-z]+\/v1(\/editions\/\{edition\})?(?=\/)/, '…');
  return short.split(/(?=\/)/).flatMap(step => [step, element('wbr')]);
}

function filter() {
  const words = byId('filter').value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const group of byId('operations').children) {
    let any = false;
    for (const button of group.querySelectorAll('.operation')) {
      const fits = words.every(word => button.dataset.words.includes(word));
      button.parentElement.hidden = !fits;
      any ||= fits;
      count += fits ? 1 : 0;
    }
    for (const items of group.querySelectorAll('ul')) {
      const empty = [...items.children].every(item => item.hidden);
      if (items.previousElementSibling?.tagName === 'H3') items.previousElementSibling.hidden = empty;
    }
    group.hidden = !any;
    if (words.length && any) group.open = true;
  }
  byId('found').textContent = words.length ? count + (count === 1 ? ' operation' : ' operations') : '';
}

// --- The form --------------------------------------------------------------------------------------------------------

function choose(operation, byHand) {
  chosen = operation;
  for (const button of document.querySelectorAll('.operation')) {
    button.setAttribute('aria-current', String(button.dataset.id === operation.id));
  }
  byId('operation-title').textContent = operation.title;
  byId('method').textContent = operation.method.toUpperCase();
  byId('method').className = 'method ' + operation.method;
  byId('path').textContent = operation.path;
  byId('description').replaceChildren(...(operation.operation.description ?? '').split(/\n\s*\n/).filter(Boolean)
    .map(paragraph => element('p', {}, ...prose(paragraph))));
  for (const id of ['address', 'who', 'curl-part', 'actions']) byId(id).hidden = false;
  const parameters = operation.parameters.filter(p => ['path', 'query', 'header'].includes(p.in)
    && !['accept', 'accept-language', 'authorization', 'content-type'].includes(p.name.toLowerCase()));
  byId('fields').replaceChildren(...parameters.map(field));
  byId('parameters').hidden = !parameters.length;
  chooseBody(operation);
  saySecurity(operation);
  byId('answer').hidden = true;
  sending?.abort();
  showCurl();
  if (byHand) {
    history.replaceState(null, '', '#' + encodeURIComponent(operation.id));
    byId('operation-title').scrollIntoView({ block: 'start' });
    byId('operation-title').focus({ preventScroll: true });
  }
}

function field(parameter, index) {
  const id = 'parameter-' + index;
  const schema = resolve(parameter.schema) ?? {};
  const items = schema.type === 'array' ? resolve(schema.items) ?? {} : schema;
  const options = items.enum ?? (items.type === 'boolean' ? [true, false] : null);
  // A query that nobody asked for narrows the answer, so only what is required is filled in.
  const wanted = parameter.required || parameter.in === 'path' ? exampleOf(parameter) ?? schema.default : undefined;
  let value = Array.isArray(wanted) ? wanted.join(',') : wanted ?? '';
  if (parameter.name.toLowerCase() === 'idempotency-key') value = uuid();
  if (parameter.name.toLowerCase() === 'if-match') value = lastTags.get(chosen.path) ?? '';
  const hints = [parameter.description,
    wanted === undefined && exampleOf(parameter) !== undefined ? 'For example `' + shown(exampleOf(parameter)) + '`.' : null];
  const described = hints.some(Boolean);
  const attributes = {
    id, name: parameter.name, 'data-in': parameter.in, 'aria-describedby': described ? id + '-hint' : undefined,
    required: parameter.required || parameter.in === 'path', autocomplete: 'off',
  };
  const input = options
    ? element('select', attributes, element('option', { value: '' }, ''),
      ...options.map(option => element('option', { value: String(option) }, String(option))))
    : element('input', { ...attributes, type: 'text', spellcheck: 'false' });
  input.value = String(value);
  const kind = parameter.in === 'query' ? null : parameter.in;
  return element('div', { class: 'field' },
    element('label', { for: id }, parameter.name,
      kind ? element('span', { class: 'kind' }, 'in the ' + kind) : null,
      attributes.required ? element('span', { class: 'required' }, 'required') : null),
    input,
    described ? element('p', { class: 'hint', id: id + '-hint' }, ...prose(hints.filter(Boolean).join(' '))) : null);
}

function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function chooseBody(operation) {
  const content = resolve(operation.operation.requestBody)?.content ?? {};
  const types = Object.keys(content);
  byId('body-part').hidden = !types.length;
  byId('media').replaceChildren(...types.map(type => element('option', { value: type }, type)));
  byId('media-field').hidden = types.length < 2;
  if (types.length) chooseMedia();
}

function mediaType() {
  return resolve(chosen.operation.requestBody)?.content?.[byId('media').value];
}

function chooseMedia() {
  const media = mediaType();
  const examples = media.examples && !Array.isArray(media.examples) ? Object.entries(media.examples) : [];
  byId('example').replaceChildren(...examples.map(([name, example]) =>
    element('option', { value: name }, resolve(example)?.summary ?? name)));
  byId('example-field').hidden = examples.length < 2;
  const value = exampleOf(media) ?? (byId('media').value.includes('json') ? sample(media.schema) : '');
  byId('body').value = shown(value);
}

function chooseExample() {
  byId('body').value = shown(resolve(mediaType().examples[byId('example').value])?.value ?? '');
}

function saySecurity(operation) {
  const needs = operation.operation.security ?? [];
  const open = !needs.length || needs.some(need => !Object.keys(need).length);
  const words = needs.filter(need => Object.keys(need).length).map(need => Object.entries(need).map(([scheme, scopes]) =>
    (resolve(api.components?.securitySchemes?.[scheme])?.description ?? scheme).split(/(?<=\.)\s/)[0].replace(/\.$/, '')
    + (scopes.length ? ' with ' + scopes.map(scope => '`' + scope + '`').join(', ') : '')).join(' and '));
  const text = !words.length ? 'Open to everybody.'
    : (open ? 'Open to everybody; with a credential it may show more: ' : 'Needs: ') + words.join('; or ') + '.';
  byId('security').replaceChildren(...prose(text));
}

// --- The request -----------------------------------------------------------------------------------------------------

function inputs() {
  return [...byId('fields').querySelectorAll('input, select')];
}

/** What the form describes, as the arguments of fetch; also the source of the curl line. */
function request() {
  const values = inputs().filter(input => input.value !== '');
  const of = place => values.filter(input => input.dataset.in === place);
  const path = chosen.path.replace(/\{([^}]+)\}/g, (whole, name) => {
    const given = of('path').find(input => input.name === name);
    return given ? encodeURIComponent(given.value) : whole;
  });
  const query = of('query').map(input => encodeURIComponent(input.name) + '=' + encodeURIComponent(input.value)).join('&');
  const headers = {};
  for (const input of of('header')) headers[input.name] = input.value;
  const credential = byId('credential').value.trim();
  if (byId('scheme').value && credential) headers.Authorization = byId('scheme').value + ' ' + credential;
  if (byId('language').value) headers['Accept-Language'] = byId('language').value;
  const withBody = !byId('body-part').hidden && byId('body').value !== '';
  if (withBody) headers['Content-Type'] = byId('media').value;
  return {
    url: path + (query ? '?' + query : ''),
    options: { method: chosen.method.toUpperCase(), headers, body: withBody ? byId('body').value : undefined },
  };
}

function quoted(text) {
  return /^[A-Za-z0-9_./:=@%+-]+$/.test(text) ? text : "'" + text.replace(/'/g, "'\\''") + "'";
}

function showCurl() {
  if (!chosen) return;
  const { url, options } = request();
  const parts = ['curl -i'];
  if (options.method === 'HEAD') parts[0] = 'curl -I';
  else if (options.method !== 'GET') parts[0] += ' -X ' + options.method;
  parts[0] += ' ' + quoted((api.servers?.[0]?.url ?? location.origin).replace(/\/$/, '') + url);
  for (const [name, value] of Object.entries(options.headers)) parts.push('-H ' + quoted(name + ': ' + value));
  if (options.body !== undefined) parts.push('--data-binary ' + quoted(options.body));
  byId('curl').textContent = parts.join(' \\\n  ');
}

function complain() {
  let first = null;
  for (const input of inputs()) {
    const missing = input.required && input.value === '';
    input.setAttribute('aria-invalid', String(missing));
    input.parentElement.querySelector('.error')?.remove();
    if (missing) {
      input.parentElement.append(element('p', { class: 'error' }, 'This is needed.'));
      first ??= input;
    }
  }
  first?.focus();
  return first !== null;
}

async function send(event) {
  event.preventDefault();
  if (!chosen || complain()) return;
  const { url, options } = request();
  sending?.abort();
  const own = new AbortController();
  sending = own;
  byId('send').disabled = true;
  byId('stop').hidden = false;
  byId('answer').hidden = false;
  byId('explained').hidden = true;
  byId('save').hidden = true;
  byId('headers').replaceChildren();
  byId('content').textContent = '';
  say('Waiting for the answer …', '');
  try {
    const response = await fetch(url, { ...options, signal: own.signal, credentials: 'omit', cache: 'no-store' });
    await show(response);
  } catch (failure) {
    if (sending === own) {
      say(own.signal.aborted ? 'Stopped.' : 'No answer: ' + failure.message, own.signal.aborted ? '' : 'bad');
    }
  } finally {
    if (sending === own) {
      byId('send').disabled = false;
      byId('stop').hidden = true;
    }
  }
}

function say(text, how) {
  byId('status').textContent = text;
  byId('status').className = how;
}

async function show(response) {
  const line = (response.status + ' ' + response.statusText).trim();
  const type = response.headers.get('Content-Type') ?? '';
  say(line + (type ? ', ' + type : ''), response.ok ? 'good' : 'bad');
  const tag = response.headers.get('ETag');
  if (tag) lastTags.set(chosen.path, tag);
  byId('headers').replaceChildren(...[...response.headers].flatMap(([name, value]) =>
    [element('dt', {}, name), element('dd', {}, value)]));
  if (/event-stream/.test(type)) {
    await follow(response);
  } else if (/json|text|xml|calendar|csv/.test(type) || !type) {
    const text = await response.text();
    byId('content').textContent = !text ? '(no body)' : shorten(/json/.test(type) ? pretty(text) : text);
    if (/problem\+json/.test(type)) explain(text);
  } else {
    const blob = await response.blob();
    byId('content').textContent = '(' + blob.size + ' bytes)';
    byId('save').replaceChildren(element('a', { href: URL.createObjectURL(blob), download: 'answer' }, 'Save the body'));
    byId('save').hidden = false;
  }
}

/** A stream of events has no end: it is shown as it comes. */
async function follow(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    byId('content').textContent = (byId('content').textContent + part.value).slice(-LONGEST_SHOWN);
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function shorten(text) {
  return text.length > LONGEST_SHOWN ? text.slice(0, LONGEST_SHOWN) + '\n… ' + (text.length - LONGEST_SHOWN) + ' more characters' : text;
}

function explain(text) {
  try {
    const code = JSON.parse(text).code;
    if (!code) return;
    byId('explained').replaceChildren('What this means: ',
      element('a', { href: '/problems/' + encodeURIComponent(code) }, code));
    byId('explained').hidden = false;
  } catch {
    // A problem that is not JSON explains nothing.
  }
}

// --- The rest of the page --------------------------------------------------------------------------------------------

async function copy(button) {
  const source = byId(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = 'Copied';
  } catch {
    // No clipboard without a secure origin: the text is selected instead, ready for the keyboard.
    getSelection().selectAllChildren(source);
    button.textContent = 'Selected';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}

async function showHealth() {
  const words = { UP: 'All services answer.', DEGRADED: 'Some of it is away: ', DOWN: 'No service answers at the moment.' };
  try {
    const health = await (await fetch('/health', { credentials: 'omit' })).json();
    const away = Object.entries(health.services).filter(([, service]) => service.status !== 'UP').map(([name]) => name);
    byId('health').replaceChildren(
      element('span', { class: 'dot ' + health.status.toLowerCase(), 'aria-hidden': 'true' }),
      words[health.status] + (health.status === 'DEGRADED' ? away.join(', ') + '.' : ''));
  } catch {
    byId('health').textContent = '';
  }
}

async function load() {
  byId('loading').hidden = false;
  byId('loading').replaceChildren('Loading the operations …');
  try {
    const response = await fetch('/openapi.json', { credentials: 'omit' });
    if (!response.ok) throw new Error((await response.json()).detail);
    api = await response.json();
  } catch (failure) {
    const again = element('button', { type: 'button', class: 'quiet' }, 'Try again');
    again.addEventListener('click', load);
    byId('loading').replaceChildren('The list of operations cannot be had now. ' + failure.message + ' ', again);
    return;
  }
  const operations = operationsOf(api);
  const asked = decodeURIComponent(location.hash.slice(1));
  const first = operations.find(operation => operation.id === asked)
    ?? operations.find(operation => operation.path.endsWith('/editions/{edition}/sessions') && operation.method === 'get')
    ?? operations.find(operation => operation.method === 'get') ?? operations[0];
  const missing = api.info['x-missing'] ?? [];
  byId('loading').textContent = missing.length ? 'Not listed, because they are away: ' + missing.join(', ') + '.' : '';
  byId('loading').hidden = !missing.length;
  byId('workbench').hidden = false;
  chosen = first;
  list(operations);
  choose(first, first.id === asked);
}

byId('form').addEventListener('submit', send);
byId('form').addEventListener('input', showCurl);
byId('media').addEventListener('change', () => { chooseMedia(); showCurl(); });
byId('example').addEventListener('change', () => { chooseExample(); showCurl(); });
byId('scheme').addEventListener('change', () => { byId('credential-field').hidden = !byId('scheme').value; showCurl(); });
byId('filter').addEventListener('input', filter);
byId('stop').addEventListener('click', () => sending?.abort());
for (const button of document.querySelectorAll('[data-copy]')) button.addEventListener('click', () => copy(button));
showHealth();
load();
