// @ts-check
/**
 * QR codes before the camera, where the browser can read them.
 */

/** @typedef {{detect: (source: HTMLVideoElement) => Promise<{rawValue: string}[]>}} Detector */
/** @typedef {{new (options: {formats: string[]}): Detector, getSupportedFormats: () => Promise<string[]>}} DetectorClass */

const PAUSE = 250;

/** @returns {Promise<Detector | null>} `null` where the browser has none, or none for QR codes */
async function detectorHere() {
  const Detectors = "BarcodeDetector" in window ? /** @type {DetectorClass} */ (window.BarcodeDetector) : null;
  const formats = (await Detectors?.getSupportedFormats().catch(() => [])) ?? [];
  return Detectors && formats.includes("qr_code") ? new Detectors({ formats: ["qr_code"] }) : null;
}

/**
 * @param {HTMLVideoElement} video
 * @param {(text: string) => void} found each code once, while it is before the camera
 * @returns {Promise<(() => void) | null>} ends it; `null` where there is no camera that may be used, or nothing that reads
 */
export async function watchCamera(video, found) {
  const detector = await detectorHere();
  const stream =
    detector &&
    (await navigator.mediaDevices?.getUserMedia({ video: { facingMode: "environment" } }).catch(() => null));
  if (!detector || !stream) return null;
  video.srcObject = stream;
  video.hidden = false;
  video.play().catch(() => {});
  let before = new Set();
  const timer = setInterval(async () => {
    const codes = await detector.detect(video).catch(() => []);
    const now = new Set(codes.map(({ rawValue }) => rawValue));
    for (const text of now) if (!before.has(text)) found(text);
    before = now;
  }, PAUSE);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    video.hidden = true;
  };
}
