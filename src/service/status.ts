import { defineMethod } from './request';
import { describe, lookFor } from './survey';

/** `status`: the whole picture. */
export const statusMethod = defineMethod<'status'>({}, request =>
	lookFor(request, survey => request.answer(describe(survey)))
);
