/** What the PBX answers to one HTTP request. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: AnswerEnvelope }
  | { readonly kind: 'html'; readonly status: number; readonly html: string }
  | { readonly kind: 'audio'; readonly status: 200; readonly bytes: Buffer }
  /** The connection stays open and nothing ever comes. */
  | { readonly kind: 'never' };

export interface AnswerEnvelope {
  readonly success: 0 | 1;
  readonly message: string | null;
  readonly data: unknown;
}

export function succeed(data: unknown, message: string | null = ''): Answer {
  return { kind: 'json', status: 200, body: { success: 1, message, data } };
}

/** HTTP 200 with `success: 0`: the PBX understood and refused. */
export function refuse(message: string): Answer {
  return fail(200, message);
}

export function fail(status: number, message: string): Answer {
  return { kind: 'json', status, body: { success: 0, message, data: null } };
}

/** Outside the API's base path a real server answers with the page of the web server in front of it. */
export function notFoundPage(): Answer {
  return {
    kind: 'html',
    status: 404,
    html: `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html><head>
<title>404 Not Found</title>
</head><body>
<h1>Not Found</h1>
<p>The requested URL was not found on this server.</p>
<hr>
<address>Apache/2.4.41 (Ubuntu) Server at localhost Port 80</address>
</body></html>
`,
  };
}

/** A recording that is no longer there: 404 without the JSON envelope. */
export function fileGone(): Answer {
  return { kind: 'html', status: 404, html: 'File not found' };
}
