/** What each metric is called, in Arabic: as Instagram's own app calls it, where it does. */
import type { LanguageWords } from '../language-words.js';

export const metrics: LanguageWords['metrics'] = {
  impressions: 'مرات الظهور',
  reach: 'الوصول',
  total_interactions: 'التفاعلات',
  accounts_engaged: 'الحسابات المتفاعلة',
  likes: 'تسجيلات الإعجاب',
  comments: 'التعليقات',
  saved: 'مرات الحفظ',
  shares: 'مرات المشاركة',
  replies: 'الردود على القصص',
  follows_and_unfollows: 'زيادة المتابعين ونقصهم',
  profile_links_taps: 'الضغطات على أزرار التواصل',
  website_clicks: 'الضغطات على الموقع الإلكتروني',
  profile_views: 'زيارات الملف الشخصي',
  engaged_audience_demographics: 'الجمهور المتفاعل',
  reached_audience_demographics: 'الجمهور الذي تم الوصول إليه',
  follower_demographics: 'المتابعون',
  views: 'المشاهدات',
  reposts: 'مرات إعادة النشر',
  follower_count: 'المتابعون الجدد',
  online_followers: 'المتابعون المتصلون بالإنترنت',
};
