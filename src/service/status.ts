import type { AccessPoint, Band, Network, Status } from '../contract/status';
import { sectionsOf } from '../core/network';
import type { Place, Whole } from '../core/network-state';
import type { Round } from '../core/window';
import { SETTINGS_FILE } from '../router/own-settings';
import { stampOf } from '../router/freshness';
import { readGuard } from '../router/guard';
import { PACKAGE_FILES } from '../router/packages';
import { bssidOf } from '../router/wireless';
import { buttonNow } from './button-setting';
import { channelOf } from './channels';
import { keysOf } from './handovers';
import { houseNow } from './house';
import { lightName } from './light-choice';
import { jobOf, memoryRevision } from './memory';
import type { Request } from './request';
import { carrierOf, daemonOf, isOnAir, isUplinkAway, judge, lookFor, type Survey } from './survey';
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

/** The files that the rest of a status is made of, but for what is looked at each time. */
const FILES = [SETTINGS_FILE, ...PACKAGE_FILES];

/** All that a status tells and that neither netifd nor hostapd has said; null: it may change without another text. */
function surroundings(survey: Survey): string | null {
	const stamp = stampOf(FILES);
	if (!stamp.settled) return null;

	const places: unknown[] = [];
	for (const bss of survey.bsses) {
		push(places, channelOf(bss.radio), isUplinkAway(bss));
		if (bss.ifname !== null) push(places, bssidOf(bss.ifname), carrierOf(survey, bss.ifname));
	}

	return sprintf('%J', [stamp.text, places, lightName(), houseNow(), memoryRevision()]);
}

/** What was told last, and of what: while all of that is the same so is the status, but for the time. */
let described: { round: Round; text: string; status: Status } | null = null;

function describe(survey: Survey): Status {
	const text = surroundings(survey);
	if (text !== null && described?.round === survey.round && described?.text === text)
		return { ...described!.status, now: survey.at.epoch };

	const status = describeAnew(survey);
	// A program that did not answer in time is asked again.
	const known = text !== null && status.daemon.installed_has_wps !== null;
	described = known ? { round: survey.round, text: `${text}`, status } : null;

	return status;
}

/** `status`: the whole picture. */
export function tellStatus(request: Request<'status'>): void {
	lookFor(request, survey => request.answer(describe(survey)));
}
