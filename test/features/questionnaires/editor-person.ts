import { Parser } from 'htmlparser2';
import request, { type Agent, type Response } from 'supertest';
import { DEMO_PASSWORD, type TestApplication } from '../../support/application';

/** A form as a browser without scripts would send it: names and values in their order. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** Somebody who is signed in and works with pages and forms alone. */
export interface Person {
  readonly open: (path: string) => Promise<Response>;
  /** Posts a form of a page, with some fields changed and one button pressed. */
  readonly send: (path: string, fields: Fields, json?: boolean) => Promise<Response>;
}

export const signedIn = async ({ address }: TestApplication, email: string): Promise<Person> => {
  const agent: Agent = request.agent(address);
  const page = await agent.get('/logowanie');
  const csrf = fieldsOf(page.text, '.').find(([name]) => name === '_csrf')?.[1] ?? '';
  await agent.post('/logowanie').type('form').send({ _csrf: csrf, email, haslo: DEMO_PASSWORD }).expect(303);
  return {
    open: async (path) => agent.get(path),
    send: async (path, fields, json = false) =>
      agent
        .post(path)
        .type('form')
        .set('Accept', json ? 'application/json' : 'text/html')
        .send(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()),
  };
};

interface Control {
  readonly name: string;
  readonly form: string | undefined;
  value: string | undefined;
}

/** The fields that the form with this id would send; `.` for the first form of the page. */
export const fieldsOf = (html: string, id: string): Fields => {
  const controls: Control[] = [];
  let form: string | undefined;
  let select: Control | undefined;
  let area: Control | undefined;
  let forms = 0;
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (tag === 'form') {
        forms += 1;
        form = attributes['id'] ?? (forms === 1 ? '.' : `form-${forms}`);
      }
      const control = { name: attributes['name'] ?? '', form: attributes['form'] ?? form, value: attributes['value'] };
      if (tag === 'input' && isSent(attributes)) controls.push({ ...control, value: control.value ?? 'on' });
      if (tag === 'select') controls.push((select = { ...control, value: undefined }));
      if (tag === 'textarea') controls.push((area = { ...control, value: '' }));
      if (tag === 'option' && select !== undefined && ('selected' in attributes || select.value === undefined))
        select.value = attributes['value'] ?? '';
    },
    ontext: (text) => {
      if (area !== undefined) area.value = `${area.value ?? ''}${text}`;
    },
    onclosetag: (tag) => {
      if (tag === 'form') form = undefined;
      if (tag === 'select') select = undefined;
      if (tag === 'textarea') area = undefined;
    },
  });
  parser.end(html);
  const wanted = id === '.' ? (controls[0]?.form ?? '') : id;
  return controls
    .filter(({ name, form: owner }) => owner === wanted && name !== '')
    .map(({ name, value }) => [name, value ?? '']);
};

const isSent = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes['type'] === 'checkbox' || attributes['type'] === 'radio' ? 'checked' in attributes : true;

/** The same fields with others in their place; the first of that name is replaced, the rest of it dropped. */
export const changed = (fields: Fields, changes: Readonly<Record<string, string | null>>): Fields => {
  const kept = fields.filter(([name]) => !(name in changes));
  const added = Object.entries(changes).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return [...kept, ...added];
};

/** The nth value of a list of fields replaced: one row among many. */
export const changedAt = (fields: Fields, name: string, index: number, value: string): Fields => {
  let seen = -1;
  return fields.map(([field, old]) => {
    if (field === name) seen += 1;
    return [field, field === name && seen === index ? value : old];
  });
};

/** Visible words of a page, for finding sentences. */
export const wordsOf = (html: string): string => {
  const words: string[] = [];
  const parser = new Parser({ ontext: (text) => words.push(text) }, { decodeEntities: true });
  parser.end(html);
  return words.join(' ').replace(/\s+/g, ' ');
};
