import { refusal } from './refusal.ts';
import type { UploadedFile } from './route.ts';

export interface ParsedBody {
  /** Undefined when the request has none. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** Reads JSON, or a multipart form with `payload_json` and `files[n]`. Refuses with 50109 what is not JSON. */
export async function parseBody(request: Request): Promise<ParsedBody> {
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return parseForm(await request.formData());
  const text = await request.text();
  return { body: text === '' ? undefined : parseJson(text), files: [] };
}

async function parseForm(form: FormData): Promise<ParsedBody> {
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.push({ field, name: value.name, contentType: value.type || 'application/octet-stream', bytes });
  }
  const payload = form.get('payload_json');
  return { body: typeof payload === 'string' ? parseJson(payload) : {}, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('invalidJson');
  }
}
