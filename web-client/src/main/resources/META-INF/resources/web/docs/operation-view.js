/** One operation: what it takes, and every answer it may give. */

import { element } from '../elements.js';
import { phrases, prose, sample, table } from './prose.js';
import { typeOf } from './schema-view.js';

/** @param operation with its path, its method and all of its parameters */
export function operationView(operation, api) {
  const { operationId, method, path, summary, description, parameters, requestBody, responses } = operation;
  return element('section', { id: `operation-${operationId}`, class: 'operation' },
    element('h3', {}, summary),
    element('p', {}, element('code', { class: 'address' }, `${method.toUpperCase()} ${path}`)),
    ...prose(description),
    ...parametersOf(summary, parameters.map((it) => resolved(it, api))),
    ...bodyOf(requestBody),
    element('h4', {}, 'Answers'),
    ...Object.entries(responses).map(([status, response]) => answer(status, resolved(response, api), api)));
}

/** What a reference to another part of the document stands for. */
function resolved(part, api) {
  return part.$ref ? part.$ref.slice(2).split('/').reduce((place, name) => place[name], api) : part;
}

function parametersOf(summary, parameters) {
  const rows = parameters.map(({ name, in: place, required, schema, description }) => [
    element('code', {}, name), place, typeOf(schema), required ? 'always' : 'optional', phrases(description)]);
  return table(`Parameters: ${summary}`, ['Name', 'In', 'Value', 'There', 'Meaning'], rows);
}

function bodyOf(requestBody) {
  if (!requestBody) {
    return [];
  }
  return [
    element('h4', {}, 'Body'),
    ...prose(requestBody.description),
    ...Object.entries(requestBody.content).flatMap(([type, media]) => content(type, media)),
  ];
}

function answer(status, { description, headers = {}, content: bodies = {} }, api) {
  const rows = Object.entries(headers).map(([name, header]) => {
    const { schema, required, description: meaning } = resolved(header, api);
    return [element('code', {}, name), typeOf(schema), required ? 'always' : 'sometimes', phrases(meaning)];
  });
  return element('details', { open: status.startsWith('2') },
    element('summary', {}, element('strong', {}, status), ' ', ...phrases(description)),
    ...table(`Headers of ${status}`, ['Header', 'Value', 'There', 'Meaning'], rows),
    ...Object.entries(bodies).flatMap(([type, media]) => content(type, media)));
}

function content(type, { schema, example, examples = {}, 'x-events': events }) {
  const named = Object.values(examples).flatMap(({ summary, value }) =>
    [element('p', { class: 'quiet' }, `${summary}:`), sample(value)]);
  return [
    element('p', {}, element('code', {}, type), ...(schema ? [': ', ...typeOf(schema)] : [])),
    ...(events ? eventsOf(events) : []),
    ...(example === undefined ? [] : [sample(example)]),
    ...named,
  ];
}

function eventsOf(events) {
  const rows = Object.entries(events).map(([name, schema]) =>
    [element('code', {}, name), typeOf(schema), phrases(schema.description)]);
  return table('Events of the stream', ['Event', 'Its data', 'Meaning'], rows);
}
