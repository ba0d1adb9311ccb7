<?php
/**
 * Plugin Name: Insights elements
 * Description: Instagram insights on your pages; the access token stays here. Shortcode: [insights metric="reach"]
 * A backend of insights-elements for one account, in PHP 8.1 without dependencies. Set IG_USER_ID, IG_ACCESS_TOKEN, INSIGHTS_ACCESS=public
 * (closed without it: these numbers are then everybody's) and with Instagram Login GRAPH_HOST=graph.instagram.com: as environment variables
 * or as constants in wp-config.php, never in this file. By itself: backend-url="/insights.php". In WordPress, with permalinks by name:
 * this file in wp-content/plugins/insights, the package's folder cdn/ beside it; answers are kept there for fifteen minutes.
 */
const INSIGHTS_METRICS = 'reach|views|accounts_engaged|total_interactions|likes|comments|shares|saves|replies|reposts|follows_and_unfollows'
    . '|profile_links_taps|profile_views|website_clicks|follower_count|online_followers|(follower|engaged_audience|reached_audience)_demographics';
const INSIGHTS_CUTS = 'media_product_type|follow_type|contact_button_type|age|city|country|gender', INSIGHTS_FIELDS = 'username|name|followers_count|media_count';
const INSIGHTS_PARAMETERS = [ // What may be asked: nothing else goes up.
    'metric' => '(' . INSIGHTS_METRICS . ')(,(' . INSIGHTS_METRICS . ')){0,39}', 'breakdown' => '(' . INSIGHTS_CUTS . ')(,(' . INSIGHTS_CUTS . ')){0,3}',
    'period' => 'day|lifetime', 'metric_type' => 'total_value|time_series', 'since' => '\d{9,10}', 'until' => '\d{9,10}',
    'timeframe' => 'last_14_days|last_30_days|last_90_days|prev_month|this_month|this_week'];
const INSIGHTS_KEPT = 'data|name|period|values|value|end_time|total_value|breakdowns|dimension_keys|results|dimension_values|\d{1,2}';
const INSIGHTS_ERRORS = [ // By our code: the status, the Graph API's number, and its numbers that mean it. Its texts can hold the token.
    'invalid-query' => [400, 100, []], 'not-offered' => [400, 100, []], 'closed' => [403, 10, []], 'not-found' => [404, 100, []],
    'rejected' => [400, 100, [100, 2500, 3001]], 'rate-limited' => [429, 4, [4, 17, 32, 341, 613, 80001, 80002]], 'blocked' => [502, 368, [368]],
    'token-expired' => [502, 190, [102, 104, 190]], 'no-permission' => [502, 10, [3, 10, 200]], 'server-error' => [502, 2, [-1, 0, 1, 2]],
    'malformed-response' => [502, 2, []], 'misconfigured' => [502, 100, []], 'unknown' => [502, 1, []]];
function insights_setting(string $name): string { return trim((string) (defined($name) ? constant($name) : getenv($name))); }
function insights_send(int $status, string $json, array $headers, string $name = '', int $seconds = 900): never {
    if ($name !== '' && function_exists('set_transient')) set_transient($name, [$status, $json, $headers], $seconds);
    $headers += ['Content-Type' => 'application/json', 'Cache-Control' => 'no-store', 'X-Content-Type-Options' => 'nosniff',
        'Content-Security-Policy' => "default-src 'none'", 'Referrer-Policy' => 'no-referrer', 'Cross-Origin-Resource-Policy' => 'same-origin',
        'Access-Control-Allow-Origin' => '*', 'Access-Control-Expose-Headers' => 'Retry-After,X-Insights-Source,X-App-Usage'];
    header_remove('X-Powered-By');
    foreach ($headers as $name => $value) header("$name: $value", true, $status);
    exit($json);
}
function insights_refuse(string $code, string $attribute = '', array $headers = [], string $name = ''): never {
    [$message, [$status, $number]] = ["This backend answers $code: see docs/errors.md of insights-elements.", INSIGHTS_ERRORS[$code]];
    $issue = ['severity' => 'error', 'code' => 'unknown', 'attribute' => $attribute, 'value' => '', 'message' => $message, 'allowed' => []];
    $data = ['code' => $code] + ($attribute === '' ? [] : ['issues' => [$issue]]);
    insights_send($status, json_encode(['error' => ['message' => $message, 'type' => 'OAuthException', 'code' => $number, 'error_data' => $data]]), $headers, $name, 60);
}
function insights_read(string $query, array $allowed): array { // Each parameter once, and as it may be. Secrets of Graph clients go unread.
    foreach (array_filter(explode('&', $query), 'strlen') as $pair) {
        [$name, $value] = array_map('urldecode', explode('=', $pair, 2) + [1 => '']);
        if ($name === 'access_token' || $name === 'appsecret_proof') continue;
        $isTaken = !isset($read[$name]) && isset($allowed[$name]) && preg_match("/^(?:$allowed[$name])$/D", $value);
        $read[$name] = $isTaken ? $value : insights_refuse('invalid-query', isset($allowed[$name]) ? strtr($name, '_', '-') : 'metric');
    }
    return $read ?? [];
}
function insights_sieve(mixed $value, string $kept): mixed { // What the Graph API gave, less all that is not named: paging holds the token.
    $isKept = fn ($key) => preg_match("/^($kept)$/D", (string) $key);
    if (is_object($value)) return (object) insights_sieve(array_filter((array) $value, $isKept, ARRAY_FILTER_USE_KEY), $kept);
    return is_array($value) ? array_map(fn ($one) => insights_sieve($one, $kept), $value) : $value;
}
function insights_fetch(string $url, string $headers): array { // One GET: its JSON and its head; nothing where it takes, or is, too long.
    $context = stream_context_create(['http' => ['header' => $headers, 'ignore_errors' => true, 'follow_location' => 0, 'timeout' => 10]]);
    [$stream, $text, $end] = [@fopen($url, 'r', false, $context), '', time() + 20];
    while ($stream && !feof($stream) && time() < $end && strlen($text) < 4_000_000) $text .= fread($stream, 65536);
    return $stream && feof($stream) ? [json_decode($text), implode("\n", stream_get_meta_data($stream)['wrapper_data'])] : [null, ''];
}
function insights_answer(string $path, string $query): never { // /default?fields=… and /default/insights?metric=…, also behind a version.
    if (insights_setting('INSIGHTS_ACCESS') !== 'public') insights_refuse('closed');
    if (!in_array($_SERVER['REQUEST_METHOD'], ['GET', 'HEAD'], true)) insights_refuse('invalid-query', '', ['Allow' => 'GET, HEAD']);
    if (!preg_match('~^(?:/v\d+\.\d+)?/default(/insights)?/?$~D', $path, $edge)) insights_refuse('not-found');
    $allowed = isset($edge[1]) ? INSIGHTS_PARAMETERS : ['fields' => '(' . INSIGHTS_FIELDS . ')(,(' . INSIGHTS_FIELDS . ')){0,3}'];
    $params = insights_read($query, $allowed) + ['fields' => strtr(INSIGHTS_FIELDS, '|', ',')];
    if (isset($edge[1])) unset($params[isset($params['metric']) ? 'fields' : insights_refuse('invalid-query', 'metric')]);
    foreach (array_intersect_key(['since' => 'today', 'until' => 'tomorrow -1 second'], $params) as $name => $day) // Instagram's days, whole.
        $params[$name] = date_create("@$params[$name]")->setTimezone(new DateTimeZone('America/Los_Angeles'))->modify($day)->getTimestamp();
    [$id, $token, $secret, $host] = array_map('insights_setting', ['IG_USER_ID', 'IG_ACCESS_TOKEN', 'IG_APP_SECRET', 'GRAPH_HOST']);
    $isSet = preg_match('~^(|graph\.(facebook|instagram)\.com|http://127\.0\.0\.1:\d+) (\d+|me) [\x21-\x7e]{12,}$~D', "$host $id $token");
    $base = $isSet ? (str_contains($host, '://') ? '' : 'https://') . ($host ?: 'graph.facebook.com') : insights_refuse('misconfigured');
    $url = "$base/" . (insights_setting('GRAPH_VERSION') ?: 'v25.0') . "/$id" . ($edge[1] ?? '') . '?';
    $name = 'insights_' . md5($url . http_build_query($params));
    if (function_exists('get_transient') && $kept = get_transient($name) ?: get_transient('insights_wait')) insights_send(...$kept);
    if ($secret !== '') $params['appsecret_proof'] = hash_hmac('sha256', $token, $secret);
    if ($host === 'graph.instagram.com') $params['access_token'] = $token; // It is not known to take the header.
    [$json, $head] = insights_fetch($url . http_build_query($params), isset($params['access_token']) ? '' : "Authorization: Bearer $token");
    $headers = preg_match('/^x-insights-source: demo\s*$/mi', $head) ? ['X-Insights-Source' => 'demo'] : [];
    if (preg_match_all('/"(?:call_count|total_\w+)":\s*(\d{1,4})\b/', $head, $used)) $headers['X-App-Usage'] = '{"call_count":' . max($used[1]) . '}';
    if (!preg_match('~^HTTP/\S+ 200~', $head) || !is_object($json) || isset($json->error)) {
        $code = array_key_first(array_filter(INSIGHTS_ERRORS, fn ($form) => in_array($json->error->code ?? 0, $form[2], true))) ?? 'unknown';
        if ($code === 'rejected' && preg_match('/must be one of|no longer supported|incompatible/i', json_encode($json))) $code = 'not-offered';
        preg_match('/^retry-after:\s*(\d{1,5})\s*$/mi', $head, $after) || preg_match('/regain_access":\s*([1-9]\d{0,3})\b/', $head, $minutes);
        if (in_array($code, ['rate-limited', 'token-expired', 'blocked'], true)) $name = 'insights_wait'; // For a minute nothing goes up.
        insights_refuse($code, '', $headers + ($code === 'rate-limited' ? ['Retry-After' => $after[1] ?? 60 * ($minutes[1] ?? 5)] : []), $name);
    }
    $answer = (string) json_encode(insights_sieve($json, isset($edge[1]) ? INSIGHTS_KEPT : INSIGHTS_FIELDS), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    if ($answer === '' || str_contains($answer, substr($token, 0, 12)) || preg_match('/\b(EAA|IGA|IGQ)\w{20}/', $answer)) insights_refuse('malformed-response');
    insights_send(200, $answer, ['Cache-Control' => 'public, max-age=0, s-maxage=300'] + $headers, $name);
}
if (!defined('ABSPATH')) insights_answer($_SERVER['PATH_INFO'] ?? '', $_SERVER['QUERY_STRING'] ?? '');
add_action('rest_api_init', fn () => register_rest_route('insights/v1', '/(?P<path>[\w./-]+)', ['methods' => 'GET', 'permission_callback' => '__return_true',
    'callback' => fn ($request) => insights_answer("/{$request['path']}", $_SERVER['QUERY_STRING'] ?? '')]));
add_shortcode('insights', function ($given) {
    wp_enqueue_script_module('insights-elements', plugins_url('cdn/insights-elements.js', __FILE__));
    $kind = in_array($given['type'] ?? '', ['trend-chart', 'breakdown-chart', 'demographics-chart'], true) ? $given['type'] : 'metric-card';
    $html = ' backend-url="' . esc_url(rest_url('insights/v1')) . '"';
    foreach (['metric', 'range', 'compare', 'breakdown', 'timeframe', 'since', 'until', 'heading', 'locale'] as $name)
        if (isset($given[$name])) $html .= " $name=\"" . esc_attr($given[$name]) . '"';
    return "<insights-$kind$html></insights-$kind>";
});
