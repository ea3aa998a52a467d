/** Shows /openapi.json to people: what there is, operation by operation, then schema by schema. */

import { element } from '../elements.js';
import { operationView } from './operation-view.js';
import { prose } from './prose.js';
import { schemaSection } from './schema-view.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

function operationsOf(api) {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const parameters = [...(item.parameters ?? []), ...(item[method].parameters ?? [])];
      return { ...item[method], path, method, parameters };
    }));
}

function contents(groups, schemas) {
  const operations = groups.map(({ tag, operations: members }) => [
    element('h2', {}, tag.name),
    list(members.map(({ operationId, summary }) => [`#operation-${operationId}`, summary])),
  ]);
  const names = Object.keys(schemas).sort().map((name) => [`#schema-${name}`, name]);
  return [...operations.flat(), element('h2', {}, 'Schemas'), list(names)];
}

function list(links) {
  return element('ul', {}, ...links.map(([href, text]) => element('li', {}, element('a', { href }, text))));
}

function introduction(api) {
  const { scheme, bearerFormat, description } = api.components.securitySchemes.token;
  return element('section', {},
    element('p', { class: 'quiet' }, `Version ${api.info.version}, OpenAPI ${api.openapi}`),
    ...prose(api.info.description),
    element('h2', {}, `Token (${scheme} ${bearerFormat})`),
    ...prose(description));
}

function show(api) {
  const operations = operationsOf(api);
  const groups = api.tags.map((tag) =>
    ({ tag, operations: operations.filter(({ tags }) => tags.includes(tag.name)) }));
  const { schemas } = api.components;
  document.getElementById('contents').append(...contents(groups, schemas));
  document.getElementById('reference').append(
    introduction(api),
    ...groups.map(({ tag, operations: members }) => element('section', {},
      element('h2', {}, tag.name), ...prose(tag.description),
      ...members.map((operation) => operationView(operation, api)))),
    element('section', {}, element('h2', {}, 'Schemas'),
      ...Object.entries(schemas).map(([name, schema]) => schemaSection(name, schema))));
  // What the address points to is there only now.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

async function load() {
  try {
    const response = await fetch('/openapi.json');
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    show(await response.json());
  } catch {
    document.getElementById('reference').append(
      element('p', { class: 'trouble', role: 'alert' }, 'The description cannot be loaded. Reload the page to try again.'));
  }
}

load();
