"""Names and shape are allauth's, so that it finds the address it tells a provider to send the browser back to."""

from django.urls import path

from . import oidc_views as views

urlpatterns = [
    path("oidc/opnieuw/", views.opnieuw, name="oidc_opnieuw"),
    path("oidc/<slug:provider_id>/login/", views.inloggen, name="openid_connect_login"),
    path("oidc/<slug:provider_id>/login/callback/", views.terug, name="openid_connect_callback"),
    path("oidc/<slug:provider_id>/koppelen/", views.koppelen, name="oidc_koppelen"),
]
