import { cliUsage, readCliOptions } from './cli-options.ts';
import { DemoPbx, type DemoPbxOptions, type DemoPbxRequest, type DemoPbxSentEvent, demoAccount } from './demo-pbx.ts';
import { demoAgent } from './directory-users.ts';
import { specialCallees } from './special-callees.ts';

async function run(): Promise<void> {
  const options = readCliOptions(process.argv.slice(2));
  if (options === null) {
    console.log(cliUsage);
    return;
  }
  const pbx = new DemoPbx({ ...options, observer: { request: logRequest, event: logEvent } });
  const { address } = await pbx.start();
  printGreeting(address, options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log('Stopping.');
      void pbx.stop();
    });
  }
}

function printGreeting(address: string, options: DemoPbxOptions): void {
  console.log(`Demo PBX listening at ${address}`);
  console.log('');
  console.log(`  user       ${demoAccount.user}`);
  console.log(`  password   ${demoAccount.password}`);
  console.log(`  token      ${demoAccount.token}   (password and token are both required)`);
  console.log(`  extension  ${demoAgent.number} (${demoAgent.name})`);
  console.log('  context    main_routing');
  console.log(`  events     ${options.eventTarget?.address ?? 'not sent; give --events=URL to send them'}`);
  console.log('');
  console.log('Numbers that behave in a certain way; any other number answers:');
  for (const special of specialCallees) {
    console.log(`  ${special.number}  ${special.description}`);
  }
  console.log('');
  console.log(`What was received and sent (not part of Simotel): GET ${address}/demo/journal`);
  console.log('Ctrl+C stops.');
  console.log('');
}

function logRequest(request: DemoPbxRequest): void {
  const status = request.status === 0 ? 'left unanswered' : request.status;
  console.log(`${clock(request.atMs)}  <- ${request.method} ${request.path} ${status} ${oneLine(request.body)}`);
}

function logEvent(event: DemoPbxSentEvent): void {
  console.log(`${clock(event.atMs)}  -> ${event.name} ${event.answer} ${oneLine(event.fields)}`);
}

function clock(atMs: number): string {
  return new Date(atMs).toISOString().slice(11, 23);
}

function oneLine(value: unknown): string {
  return value === null ? '' : JSON.stringify(value);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(cliUsage);
  process.exitCode = 1;
});
