import { defineMethod } from './request';
import { describe, lookAround } from './survey';

/** `status`: the whole picture. */
export const statusMethod = defineMethod<'status'>({}, request =>
	lookAround(request.deadline, survey => {
		if (survey === null) request.fail('timeout');
		else request.answer(describe(survey));
	})
);
