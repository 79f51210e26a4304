import type { AccessPoint, Band, Network, Status } from '../contract/status';
import { sectionsOf } from '../core/network';
import type { Place, Whole } from '../core/network-state';
import { readGuard } from '../router/guard';
import { bssidOf } from '../router/wireless';
import { buttonNow } from './button-setting';
import { channelOf } from './channels';
import { keysOf } from './handovers';
import { houseNow } from './house';
import { lightName } from './light-choice';
import { jobOf } from './memory';
import type { Request } from './request';
import { daemonOf, isOnAir, judge, lookFor, type Survey } from './survey';
import { newestOn } from './windows';

function accessPointOf(survey: Survey, place: Place): AccessPoint {
	const bss = place.bss;
	const ifname = bss.ifname;

	return {
		ifname,
		section: bss.section,
		radio: bss.radio.name,
		bssid: ifname === null ? null : bssidOf(ifname),
		band: bss.radio.band,
		channel: channelOf(bss.radio),
		enabled: bss.wps,
		ready: place.ready,
		on_air: isOnAir(survey, bss),
		problems: place.problems
	};
}

/** Where a start opens it, each band once. */
function bandsOf(whole: Whole): Band[] {
	const bands: Band[] = [];
	for (const bss of whole.opening) {
		const band = bss.radio.band;
		if (band !== null && index(bands, band) < 0) push(bands, band);
	}

	return bands;
}

function networkOf(survey: Survey, whole: Whole): Network {
	const bsses = map(whole.places, place => place.bss);
	const sections = sectionsOf(bsses);

	return {
		ssid: bsses[0].ssid,
		sections,
		bands: bandsOf(whole),
		enabled: whole.enabled,
		ready: whole.ready,
		keys: keysOf(bsses),
		problems: whole.problems,
		session: newestOn(sections, survey.at),
		job: jobOf(sections),
		access_points: map(whole.places, place => accessPointOf(survey, place))
	};
}

/** The look at the router in the words of the contract. */
function describeAnew(survey: Survey): Status {
	const daemon = daemonOf(survey);

	return {
		supported: daemon.running_has_wps === true,
		daemon,
		networks: map(judge(survey, daemon), whole => networkOf(survey, whole)),
		button: buttonNow(),
		light: lightName(),
		guard: readGuard(),
		house: houseNow(),
		now: survey.at.epoch
	};
}

/** What was told last, and of what: of a look that comes to the same the status is the same, but for the time. */
let described: { sight: string; status: Status } | null = null;

function describe(survey: Survey): Status {
	const sight = survey.sight;
	if (sight !== null && described?.sight === sight) return { ...described!.status, now: survey.at.epoch };

	const status = describeAnew(survey);
	// A program that did not answer in time is asked again.
	const known = status.daemon.installed_has_wps !== null;
	described = known && sight !== null ? { sight, status } : null;

	return status;
}

/** `status`: the whole picture. */
export function tellStatus(request: Request<'status'>): void {
	lookFor(request, survey => request.answer(describe(survey)));
}
