import { type JsonObject, objectField, textField } from './json-fields.ts';

/** Whether every condition that is not empty holds: somewhere in the value with `alike`, as a whole without. */
export function meetsConditions(record: JsonObject, conditions: JsonObject, alike: boolean): boolean {
  return Object.keys(conditions).every((name) => {
    const wanted = textField(conditions, name).toLowerCase();
    if (wanted === '') {
      return true;
    }
    const value = textField(record, name).toLowerCase();
    return alike ? value.includes(wanted) : value === wanted;
  });
}

/** The conditions of a search body, only those this search knows; the PBX ignores others. */
export function knownConditions(body: JsonObject, names: readonly string[]): JsonObject {
  const sent = objectField(body, 'conditions');
  return Object.fromEntries(names.filter((name) => name in sent).map((name) => [name, sent[name]]));
}
