// One real LiveKit participant in one process, steered over stdin and watched over stdout.
//
//   node participant.mjs ws://127.0.0.1:7880
//
// stdin, one JSON object a line:
//   {"cmd":"connect","token":"<jwt>"}     join; a second connect after a leave is a new session
//   {"cmd":"leave"}                       say goodbye to the server and disconnect
//   {"cmd":"publish-microphone"}          publish a synthetic tone as the microphone
//   {"cmd":"unpublish-microphone"}
//   {"cmd":"simulate","scenario":"FULL_RECONNECT"}   any SimulateScenarioKind without its prefix
//   {"cmd":"exit"}                        end the process; so does the end of stdin
//
// stdout, one JSON object a line, always with "event" and "at" (this process's clock, epoch ms):
//   ready, connecting, connected {sid, identity, room, roomSid}, connect-failed {message},
//   leaving, disconnected {reason}, reconnecting, reconnected {sid}, sid-changed {sid},
//   published {trackSid}, unpublished {trackSid}, error {message}
import { createInterface } from 'node:readline';
import {
  AudioFrame,
  AudioSource,
  DisconnectReason,
  LocalAudioTrack,
  Room,
  RoomEvent,
  SimulateScenarioKind,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';

const SAMPLE_RATE = 48000;
const SAMPLES = SAMPLE_RATE / 50;
const url = process.argv[2];

let room;
let microphone;
let sid;

function say(event, more = {}) {
  process.stdout.write(JSON.stringify({ event, at: Date.now(), ...more }) + '\n');
}

function noteSid() {
  const now = room?.localParticipant?.sid;
  if (now && now !== sid) {
    sid = now;
    say('sid-changed', { sid });
  }
}

async function connect({ token }) {
  const joining = new Room();
  joining.on(RoomEvent.Reconnecting, () => say('reconnecting'));
  joining.on(RoomEvent.Reconnected, () => {
    noteSid();
    say('reconnected', { sid: joining.localParticipant?.sid });
  });
  joining.on(RoomEvent.Disconnected, (reason) => {
    microphone?.stop();
    microphone = undefined;
    say('disconnected', { sid, reason: DisconnectReason[reason] ?? String(reason) });
  });
  say('connecting');
  try {
    // No address of a public STUN server: nothing may leave this machine.
    await joining.connect(url, token, {
      autoSubscribe: false,
      dynacast: false,
      rtcConfig: { iceTransportType: 2, continualGatheringPolicy: 0, iceServers: [] },
    });
  } catch (failure) {
    say('connect-failed', { message: String(failure.message ?? failure) });
    return;
  }
  const at = Date.now();
  room = joining;
  sid = joining.localParticipant.sid;
  const roomSid = await joining.getSid();
  say('connected', { at, sid, identity: joining.localParticipant.identity, room: joining.name, roomSid });
}

async function publishMicrophone() {
  const source = new AudioSource(SAMPLE_RATE, 1);
  const track = LocalAudioTrack.createAudioTrack('microphone', source);
  const options = new TrackPublishOptions();
  options.source = TrackSource.SOURCE_MICROPHONE;
  let running = true;
  const publication = await room.localParticipant.publishTrack(track, options);
  microphone = {
    publication,
    stop: () => {
      running = false;
    },
  };
  say('published', { trackSid: publication.sid });
  const tone = new Int16Array(SAMPLES);
  for (let i = 0; i < SAMPLES; i++) {
    tone[i] = 3000 * Math.sin((2 * Math.PI * 440 * i) / SAMPLE_RATE);
  }
  (async () => {
    while (running) {
      await source.captureFrame(new AudioFrame(tone, SAMPLE_RATE, 1, SAMPLES));
    }
  })().catch(() => {});
}

async function unpublishMicrophone() {
  microphone.stop();
  const trackSid = microphone.publication.sid;
  await room.localParticipant.unpublishTrack(trackSid);
  microphone = undefined;
  say('unpublished', { trackSid });
}

const commands = {
  connect,
  leave: async () => {
    say('leaving', { sid });
    await room.disconnect();
  },
  'publish-microphone': publishMicrophone,
  'unpublish-microphone': unpublishMicrophone,
  simulate: ({ scenario }) => room.simulateScenario(SimulateScenarioKind['SIMULATE_' + scenario]),
  exit: () => process.exit(0),
};

setInterval(noteSid, 50).unref();
const lines = createInterface({ input: process.stdin });
lines.on('line', async (line) => {
  try {
    const command = JSON.parse(line);
    await commands[command.cmd](command);
  } catch (failure) {
    say('error', { message: String(failure.message ?? failure) });
  }
});
lines.on('close', () => process.exit(0));
say('ready');
