package dev.attendance.livekit;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.MacAlgorithm;
import io.jsonwebtoken.security.SecretKeyBuilder;
import io.jsonwebtoken.security.SecureRequest;
import io.jsonwebtoken.security.SignatureException;
import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HS256 with keys of any length. jjwt's own refuses keys under 256 bits, as RFC 7518 demands;
 * LiveKit does not, and its development secret has six bytes.
 */
final class Hs256 implements MacAlgorithm {

  static final Hs256 INSTANCE = new Hs256();

  private Hs256() {}

  @Override
  public String getId() {
    return "HS256";
  }

  @Override
  public int getKeyBitLength() {
    return Jwts.SIG.HS256.getKeyBitLength();
  }

  @Override
  public SecretKeyBuilder key() {
    return Jwts.SIG.HS256.key();
  }

  @Override
  public byte[] digest(SecureRequest<InputStream, SecretKey> request) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(request.getKey());
      return mac.doFinal(request.getPayload().readAllBytes());
    } catch (GeneralSecurityException | IOException e) {
      throw new SignatureException("HS256 could not be computed", e);
    }
  }

  @Override
  public boolean verify(VerifySecureDigestRequest<SecretKey> request) {
    return MessageDigest.isEqual(digest(request), request.getDigest());
  }
}
