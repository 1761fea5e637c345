/** The value of `group.field`. */
export function valueIn(settings: object, name: string): unknown {
  const [group = '', field = ''] = name.split('.');
  const values: unknown = Reflect.get(settings, group);
  return typeof values === 'object' && values !== null ? Reflect.get(values, field) : undefined;
}
