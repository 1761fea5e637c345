import { secretVariablePrefix } from '../../shared/settings/provisioning-schema.ts';

/**
 * Takes the variables that secrets stand in out of the environment, so that no program that is started later gets them; they are in
 * the memory of this run alone. To be called before anything else is started.
 */
export function takeSecretVariables(environment: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(secretVariablePrefix)) continue;
    if (value !== undefined) taken.set(name, value);
    delete environment[name];
  }
  return taken;
}
