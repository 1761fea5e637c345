/** Header names as they came in; of credentials only that they were there. */
export function maskedHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const masked: Record<string, string> = {};
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    masked[name] = maskedValue(name, rawHeaders[index + 1] ?? '');
  }
  return masked;
}

function maskedValue(name: string, value: string): string {
  switch (name.toLowerCase()) {
    case 'authorization':
      return `${value.split(' ')[0]} ***`;
    case 'x-apikey':
      return '***';
    default:
      return value;
  }
}
