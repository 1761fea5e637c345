import { Fragment, type ReactNode } from 'react';

export interface SentenceProps {
  /** A text whose placeholders, `{{name}}`, are still open. */
  readonly text: string;
  readonly parts: Readonly<Record<string, ReactNode>>;
}

/** Puts elements in the places of a sentence. What is put in is never read as markup. */
export function Sentence({ text, parts }: SentenceProps) {
  return text.split(/\{\{(\w+)\}\}/).map((piece, index) => {
    // Odd pieces are the names between the braces.
    const content = index % 2 === 1 ? parts[piece] : piece;
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other identity and never move
    return <Fragment key={index}>{content}</Fragment>;
  });
}
