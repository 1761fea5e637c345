import { z } from 'zod';
import { contactSources, numberLabels } from '../domain/contact/contact.ts';
import { matchedFields } from '../domain/contact/matched-field.ts';
import { type ContractOf, epochMs, nothing, resultOf, trunkName } from './request-schema.ts';

export const contactLimits = { line: 200, number: 64, numbers: 20, tag: 40, tags: 20, note: 4000, trunk: 64 };
/** More than anybody marks in a list by hand. */
const mostAtOnce = 1000;

const contactId = z.string().min(1).max(128);
const line = z.string().max(contactLimits.line);
const tag = z.string().min(1).max(contactLimits.tag);

const contactNumberSchema = z.strictObject({
  label: z.enum(numberLabels),
  written: z.string().max(contactLimits.number),
});

export const contactDraftSchema = z.strictObject({
  name: line,
  company: line,
  numbers: z.array(contactNumberSchema).max(contactLimits.numbers).readonly(),
  favourite: z.boolean(),
  tags: z.array(tag).max(contactLimits.tags).readonly(),
  note: z.string().max(contactLimits.note),
  trunkName: trunkName.nullable(),
  doNotCall: z.boolean(),
});

export const contactSchema = z.strictObject({
  ...contactDraftSchema.shape,
  id: contactId,
  source: z.enum(contactSources),
  changedAtMs: epochMs,
});

const contactNameSchema = z.strictObject({
  contactId,
  name: line,
  company: line,
  source: z.enum(contactSources),
  favourite: z.boolean(),
  doNotCall: z.boolean(),
  trunkName: trunkName.nullable(),
});

const contactHitSchema = z.strictObject({
  contact: contactSchema,
  matched: z.strictObject({ field: z.enum(matchedFields), numberIndex: z.number().nullable() }),
});
export type ContactHit = z.infer<typeof contactHitSchema>;

/** Which contacts are asked for. `pbx`: those of its directory. */
const filter = {
  source: z.enum(['all', 'own', 'pbx']),
  favourites: z.boolean(),
  tag: tag.nullable(),
};
const contactFilterSchema = z.strictObject(filter);
export type ContactFilter = z.infer<typeof contactFilterSchema>;

const contactPlaceSchema = z.strictObject({ sortKey: z.string().max(4096), id: contactId });
/** Where a page of the list ends. */
export type ContactPlace = z.infer<typeof contactPlaceSchema>;

const undo = z.string().max(64);

export const contactContract = {
  /** Best first; without a text the favourites, then those that were called last, then by name. */
  'contact:search': {
    input: z.strictObject({ text: z.string().max(256), limit: z.int().min(1).max(50), ...filter }),
    output: resultOf(z.strictObject({ hits: z.array(contactHitSchema).readonly() })),
  },
  /** By name; `after` is the place that the answer before named, which is null at the end. */
  'contact:list': {
    input: z.strictObject({ after: contactPlaceSchema.nullable(), limit: z.int().min(1).max(200), ...filter }),
    output: resultOf(
      z.strictObject({
        contacts: z.array(contactSchema).readonly(),
        next: contactPlaceSchema.nullable(),
        total: z.number(),
      }),
    ),
  },
  /** The other way: those right before a place, in the order of the list; `previous` is the place before them, null at the beginning. */
  'contact:list-before': {
    input: z.strictObject({ before: contactPlaceSchema, limit: z.int().min(1).max(200), ...filter }),
    output: resultOf(
      z.strictObject({
        contacts: z.array(contactSchema).readonly(),
        previous: contactPlaceSchema.nullable(),
        /** How many stand before them. */
        skipped: z.number(),
      }),
    ),
  },
  'contact:get': { input: z.strictObject({ id: contactId }), output: resultOf(contactSchema) },
  /** Without an id a new one. */
  'contact:save': {
    input: z.strictObject({ id: contactId.nullable(), ...contactDraftSchema.shape }),
    output: resultOf(contactSchema),
  },
  'contact:delete': {
    input: z.strictObject({ ids: z.array(contactId).min(1).max(mostAtOnce).readonly() }),
    output: resultOf(z.strictObject({ undo })),
  },
  /** Takes a deletion or a merge back. */
  'contact:restore': { input: z.strictObject({ undo }), output: resultOf(nothing) },
  /** Contacts of one's own that share a number, which may be the same person; `apart`: so many groups were said to be different people. */
  'contact:duplicates': {
    input: nothing,
    output: resultOf(
      z.strictObject({ groups: z.array(z.array(contactSchema).readonly()).readonly(), apart: z.number() }),
    ),
  },
  'contact:keepApart': {
    input: z.strictObject({ ids: z.array(contactId).min(2).max(mostAtOnce).readonly() }),
    output: resultOf(nothing),
  },
  /** Those that were kept apart are proposed again, all of them. */
  'contact:proposeAgain': { input: nothing, output: resultOf(nothing) },
  /** One keeps its name and takes what the others have besides. */
  'contact:merge': {
    input: z.strictObject({ keepId: contactId, otherIds: z.array(contactId).min(1).max(mostAtOnce).readonly() }),
    output: resultOf(z.strictObject({ contact: contactSchema, undo })),
  },
  /** Who these numbers belong to, in their order. */
  'contact:names': {
    input: z.strictObject({ numbers: z.array(z.string().max(256)).max(200).readonly() }),
    output: resultOf(z.strictObject({ names: z.array(contactNameSchema.nullable()).readonly() })),
  },
  'contact:tags': {
    input: nothing,
    output: resultOf(
      z.strictObject({ tags: z.array(z.strictObject({ tag: z.string(), contacts: z.number() })).readonly() }),
    ),
  },
} satisfies ContractOf<'contact'>;

/** Contacts are different now: who shows some asks again. */
export const contactsChangedSchema = z.strictObject({ revision: z.number() });
