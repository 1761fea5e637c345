/** An outside line of the PBX. Only what a person picks by: registration strings hold passwords and are never kept. */
export interface Trunk {
  readonly name: string;
  readonly description: string;
  readonly active: boolean;
}
