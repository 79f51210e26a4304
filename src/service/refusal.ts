import { ERRORS, type ErrorCode, type Failure } from '../contract/error';

/** What a call is answered that fails: the body, and ubus's code. */
export function refusal(code: ErrorCode, detail: string | number | null): { body: Failure; status: number } {
	const error: Failure['error'] = { code, message: ERRORS[code].message };
	if (type(detail) === 'string') error.argument = `${detail}`;
	if (type(detail) === 'int') error.devices = int(detail ?? 0);

	return { body: { error }, status: ERRORS[code].status };
}
