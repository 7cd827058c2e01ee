// The names and shapes of what travels between pages and server, as the contract (PROTOCOL.md) writes them.
// Nothing here acts: the socket moves these messages, the store folds them into a state, and the pages show it.

export const SUBPROTOCOL = 'sawt.1';

// From the page.
export const HELLO = 'hello';
export const CAST = 'cast';
export const ACT = 'act';
export const PING = 'ping';

// From the server.
export const WELCOME = 'welcome';
export const RECEIPT = 'receipt';
export const REFUSED = 'refused';
export const CHANGE = 'change';
export const TALLY = 'tally';
export const ROOM = 'room';
export const PONG = 'pong';
export const BYE = 'bye';

/** @typedef {'ar'|'en'|'fr'} Lang */
/** @typedef {'latn'|'arab'} Digits */
/** @typedef {string|{ar?:string, en?:string, fr?:string, plain?:string, struck?:boolean}} T a text in one or more languages; the last two are the pages' own: see annulled.js */
/** @typedef {number|string} Wire a whole number, or "p/q" */
/** @typedef {{id:string, text:T, detail?:T, answers?:string[]}} Option */
/** @typedef {{id:string, text:T}} Line */
/** @typedef {{strengths?:Line[], weaknesses?:Line[], opportunities?:Line[], threats?:Line[]}} Lines */
/** @typedef {'waiting'|'open'|'closed'} Status */
/** @typedef {'secret'|'pseudonymous'|'named'} Secrecy who may know of a ballot whose it is */
/** @typedef {{round:number, status:Status, ballots:number, check?:string, void?:T, void_options?:Record<string, T>}} Round */
/**
 * @typedef {object} Params
 * @property {number} [seats]
 * @property {string} [tie_break]
 * @property {string} [majority]
 * @property {number} [eligible]
 * @property {unknown} [quorum]
 * @property {Record<string, Wire>} [group_weights]
 * @property {string} [group_mode]
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [dots]
 * @property {number} [cap]
 * @property {boolean} [use_all]
 * @property {number} [total]
 * @property {boolean} [exact]
 * @property {number} [credits]
 * @property {boolean} [negative]
 * @property {Axis[]} [axes]
 * @property {T[]} [grades]
 * @property {number} [max_ranked]
 * @property {Wire} [budget]
 * @property {Record<string, Wire>} [costs]
 * @property {number} [max_words]
 * @property {Wire} [consensus_iqr]
 * @property {string} [model]
 * @property {string} [missing]
 * @property {string} [unranked]
 * @property {string} [variant]
 * @property {string} [rank_by]
 */
/** @typedef {{id:string, min:number, max:number, threshold?:Wire, weight?:Wire, name?:T, low?:T, high?:T}} Axis of a priority matrix */
/**
 * @typedef {object} Item one item of the agenda
 * @property {string} id
 * @property {'slide'|'swot'|'vote'} kind
 * @property {T} title
 * @property {T} [note]
 * @property {Option[]} [options]
 * @property {Lines} [lines]
 * @property {string} [method]
 * @property {Params} [params]
 * @property {boolean} [shuffle]
 * @property {'live'|'hidden'} [results] what a round begins with
 * @property {Secrecy} [secrecy] of a vote; pseudonymous if absent
 * @property {boolean} [settled] voting under this id was open at some time, so its secrecy stays
 * @property {Status} status
 * @property {number} round
 * @property {boolean} revealed
 * @property {number} [ends]
 * @property {'close'|'warn'} [then]
 * @property {number} [seconds]
 * @property {string} [check]
 * @property {Round[]} [rounds]
 */
/** @typedef {{view:'join'|'item'|'groups'|'black', item:string|null, round:number|null, qr:boolean, frozen:boolean}} Stage */
/** @typedef {{id:string, name:T, weight?:Wire}} Group */
/**
 * @typedef {object} Workshop
 * @property {string} code
 * @property {T} title
 * @property {boolean} sample
 * @property {Lang[]} languages
 * @property {Group[]} groups
 * @property {boolean} [group_required]
 * @property {string[]} [methods] of all votes of the agenda, also of those that were not shown yet
 * @property {Digits} digits
 * @property {Item[]} items
 * @property {Stage} stage
 */
/** @typedef {{size:number, path:string}} Qr */
/** @typedef {{url:string, host:string, qr:Qr, wifi?:{name:string, qr:Qr}}} Join */
/** @typedef {{phone:string, stage:string, desk:string, records:string}} Pages */
/**
 * @typedef {object} Result
 * @property {Record<string, Wire>} scores
 * @property {{of:string, value:Wire}} base
 * @property {string[]} winners
 * @property {(string|string[])[]} ranking
 * @property {null|{options:string[], seats:number}} tie
 * @property {{ballots:number, empty:number, invalid:number, counted:number, weight:Wire}} turnout
 */
/** @typedef {{how:T, decided?:T, tie?:T, margin?:T, robust?:T}} Explained why the result is what it is, in sentences */
/** @typedef {{id:string, merged?:string[], ballots:number, voters:number, result?:Result}} GroupTally */
/**
 * @typedef {object} Tally
 * @property {'tally'} [type]
 * @property {string} item
 * @property {number} round
 * @property {number} entry
 * @property {number} ballots
 * @property {number} voters
 * @property {number} [since]
 * @property {Result} [result]
 * @property {Explained} [explained]
 * @property {GroupTally[]} [groups]
 */
/** @typedef {{id:string, connected:number, voters:number, voted?:number}} RoomGroup nobody knows how many of a group have voted in a secret vote */
/** @typedef {{type?:'room', connected:number, voters:number, voted:number, item?:string, saving:boolean, groups?:RoomGroup[]}} Room */
/** @typedef {{winner:string, loser:string}|{tie:string[]}|{skip:string[]}} Pair */
/** @typedef {{choice?:string, approve?:string[], points?:Record<string, number>, scores?:Record<string, any>, ranking?:(string|string[])[], pairs?:Pair[], words?:string[]}} Ballot `{}` abstains */
/** @typedef {{round:number, id:string, ballot:Ballot, entry?:number, code?:string}} Mine */
/** @typedef {{voter:string, token:string, group:string|null, name?:string|null}} You */
/** @typedef {{reason:string, retry_ms:number|null, text:string}} Bye */
/** @typedef {{type:string, [member:string]:any}} Message */
