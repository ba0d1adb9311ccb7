/** What each metric counts, in our own words. Apart from the registry, which every page loads. */
import type { MetricName } from './metrics.js';

/** One sentence for a page's visitor, by metric. */
export const descriptions: Readonly<Record<MetricName, string>> = {
  impressions: 'How often posts, stories, reels and videos were on screen, ads included.',
  reach: 'How many different accounts saw anything of this account at least once, ads included.',
  total_interactions: 'All interactions with posts, stories, reels, videos and live videos, boosted ones included.',
  accounts_engaged: 'How many different accounts liked, saved, commented, shared or replied.',
  likes: 'Likes on posts, reels and videos.',
  comments: 'Comments on posts, reels, videos and live videos.',
  saved: 'How often posts, reels and videos were saved.',
  shares: 'How often posts, stories, reels, videos and live videos were shared.',
  replies: 'Replies to stories, quick reactions included. Replies from Europe and Japan are not counted.',
  follows_and_unfollows: 'How many accounts followed, and how many unfollowed or left Instagram.',
  profile_links_taps: 'Taps on the address, call, email and text buttons of the profile.',
  website_clicks: 'Taps on the website link of the profile.',
  profile_views: 'How often the profile was visited.',
  engaged_audience_demographics: 'Who interacted with this account, as far as Instagram knows.',
  reached_audience_demographics: 'Who saw anything of this account, as far as Instagram knows.',
  follower_demographics: 'Who follows this account, as far as Instagram knows.',
  views: 'How often posts, stories, reels and videos were played or shown.',
  reposts: 'How often posts and reels were reposted.',
  follower_count: 'How many accounts began to follow on each day. Not the number of followers.',
  online_followers: 'How many followers were on Instagram in each hour of a day.',
};
