/** Schemas in words: what a value is, what it may be, and what its fields are. */

import { element } from '../elements.js';
import { phrases, prose, sample, table } from './prose.js';

const PREFIX = '#/components/schemas/';

/** A schema of its own, with a place that links lead to. */
export function schemaSection(name, schema) {
  return element('section', { id: `schema-${name}`, class: 'schema' },
    element('h3', {}, name),
    ...prose(schema.description),
    ...(schema.properties ? [] : [element('p', {}, ...typeOf(schema))]),
    ...fieldsOf(name, schema),
    ...(schema.example ? [sample(schema.example)] : []));
}

/** What a value is, with a link where it is described elsewhere. */
export function typeOf(schema = {}) {
  if (schema.$ref) {
    const name = schema.$ref.slice(PREFIX.length);
    return [element('a', { href: `#schema-${name}` }, name)];
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    return choices.flatMap((choice, place) => [...(place > 0 ? [', or '] : []), ...typeOf(choice)]);
  }
  if (schema.type === 'array') {
    return ['list of ', ...typeOf(schema.items), limits(schema)];
  }
  return [[schema.type ?? 'any value', schema.format && ` (${schema.format})`].filter(Boolean).join(''),
    ...allowed(schema), limits(schema)];
}

function allowed(schema) {
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  return values.flatMap((value, place) => [place === 0 ? ': ' : ', ', element('code', {}, String(value))]);
}

function limits({ minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, default: usual }) {
  const parts = [
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' entries'),
    pattern && `matches ${pattern}`,
    usual !== undefined && `${usual} when absent`,
  ].filter(Boolean);
  return parts.length > 0 ? `; ${parts.join('; ')}` : '';
}

function range(least, most, unit) {
  if (least === undefined && most === undefined) {
    return '';
  }
  if (most === undefined) {
    return `at least ${least}${unit}`;
  }
  return least === undefined ? `at most ${most}${unit}` : `${least} to ${most}${unit}`;
}

function fieldsOf(name, { properties = {}, required = [] }) {
  const rows = Object.entries(properties).map(([field, schema]) => [
    element('code', {}, field),
    typeOf(schema),
    required.includes(field) ? 'always' : 'optional',
    phrases(schema.description),
  ]);
  return table(`Fields of ${name}`, ['Field', 'Value', 'There', 'Meaning'], rows);
}
