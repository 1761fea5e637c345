import type { Answer } from './answer.ts';
import type { JsonObject } from './json-fields.ts';

/** One endpoint under the base path. */
export interface Service {
  readonly methods: readonly string[];
  readonly answer: (body: JsonObject) => Answer;
}

/** Service path, e.g. `pbx/users/search`, to service. */
export type Services = Readonly<Record<string, Service>>;

export function postService(answer: Service['answer']): Service {
  return { methods: ['POST'], answer };
}
