/** Makes elements. Text only ever becomes text: no string is read as markup anywhere in this page. */

// Control characters steer terminals that it is pasted into, and bidirectional overrides show another
// text than there is.
const DECEIVING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The text with every deceiving character made visible as such. */
export function harmless(text) {
  return String(text ?? '').replace(DECEIVING, '\ufffd');
}

/** An element with attributes (or, where the value is no string, properties) and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') {
      made.setAttribute(key, value);
    } else if (value !== undefined) {
      made[key] = value;
    }
  }
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

/** A button that does something. */
export function button(label, action, attributes = {}) {
  return element('button', { type: 'button', ...attributes, onclick: action }, label);
}

/** Text of unknown script and direction, which turns nothing around it. */
export function foreign(text, attributes = {}) {
  return element('bdi', attributes, harmless(text));
}
