import { destinationKind } from '../../../shared/domain/destination.ts';
import type { OthersKnown } from '../../../shared/domain/missed/others-sign.ts';
import { findQueue } from '../../../shared/domain/pbx-directory.ts';
import type { DirectoryFacts } from './directory-facts.ts';

/** Who works at the PBX besides the agent. Where nobody listed the colleagues, whoever has a number as short as theirs is one. */
export function othersKnown(facts: DirectoryFacts | null, agentNumber: string): OthersKnown {
  const queues = facts?.queues ?? [];
  const colleagues = facts === null || facts.internal === null ? null : new Set(facts.extensions);
  const isExtension = (number: string) => destinationKind(number) === 'extension' && findQueue(queues, number) === null;
  return {
    isColleague: (number) => number !== agentNumber && (colleagues?.has(number) ?? isExtension(number)),
    isOwnQueue: (called) => findQueue(facts?.queuesOf(agentNumber) ?? [], called) !== null,
  };
}
